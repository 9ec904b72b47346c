Version 1
node [ id 1 ]
