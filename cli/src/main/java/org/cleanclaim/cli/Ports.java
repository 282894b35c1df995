package org.cleanclaim.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Looks whether a port can be had before anything else is started.
final class Ports {
  private Ports() {}

  static void requireFree(int port) {
    if (port < 1 || port > 65_535) {
      throw new CommandFailure("A port is a number from 1 to 65535; " + port + " is none.");
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new CommandFailure(
          "Port %d is taken by another program. Choose another with --port.".formatted(port));
    }
  }
}
