"""Floor 1, the network edge: how a gateway is asked, and where the list of gateways comes from."""
