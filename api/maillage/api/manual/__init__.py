"""The OpenAPI document, and the page that it is at `/docs`."""
