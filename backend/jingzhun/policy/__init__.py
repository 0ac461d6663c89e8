"""湛开办〔2018〕84号 as declarations. Plain Python; knows no database, no HTTP, no clock."""
