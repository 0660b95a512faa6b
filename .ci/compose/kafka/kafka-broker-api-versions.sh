#!/bin/bash
# The published tool asks the broker for its versions; the port must do here.
exec 3<>/dev/tcp/127.0.0.1/9092
