"""The live job: the card of one visit, its work items and steps, clocks, holds and promises."""
