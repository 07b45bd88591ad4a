"""HSP Calc: the points of Japan's Highly Skilled Professional (高度専門職) status."""

__version__ = "0.1.0"
