"""The webhooks screen: who may send events, what came in, what came of it, and how to set it up."""
