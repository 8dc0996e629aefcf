module example.com/cancel-order

go 1.24
