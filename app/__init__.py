"""SalesMate Sync: keeps a company's books and its other systems in step."""

__version__ = "0.1.0"
