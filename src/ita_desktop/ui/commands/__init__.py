"""What the window's menu does, one module a matter."""
