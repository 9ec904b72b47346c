graph [
  version 2
  node [ id 1 label "a" ]
  node [ label "nobody" ]
  node [ id 1 label "b&#xD800;" ]
  node [ id 2 name "x" tags "a|b" tags "c" ]
  edge [ source 1 ]
  edge [ source 1 target 9 ]
  edge [ source 1 target 2 weight 1e400 ]
  edge [ source 1 target 2 weight inf ]
]
graph [ ]
