"""The visit log: what visitors looked at, for how long, and nothing about who they were."""
