package org.cleanclaim.app.transport;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A line that breaks at the release of the file after so many.
record BreakingLine(Line line, SftpServerForTests server, AtomicInteger left) implements Line {
  BreakingLine(Line line, SftpServerForTests server, int whole) {
    this(line, server, new AtomicInteger(whole));
  }

  @Override
  public void upload(String name, byte[] bytes) throws IOException {
    line.upload(name, bytes);
  }

  @Override
  public void release(String name, byte[] bytes) throws IOException {
    if (left.getAndDecrement() == 0) server.stop();
    line.release(name, bytes);
  }

  @Override
  public Place place(String name) throws IOException {
    return line.place(name);
  }

  @Override
  public List<String> waiting() throws IOException {
    return line.waiting();
  }

  @Override
  public byte[] fetch(String name) throws IOException {
    return line.fetch(name);
  }

  @Override
  public void done(String name) throws IOException {
    line.done(name);
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
