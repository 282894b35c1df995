package org.cleanclaim.app.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Two folders of this machine that another program empties and fills.
final class FolderLine implements Line {
  private static final String DONE = "done";

  private final Path out;
  private final Path in;

  private FolderLine(Path out, Path in) {
    this.out = out;
    this.in = in;
  }

  static FolderLine open(ConnectionSettings settings) throws IOException {
    Path root = Path.of(settings.address());
    if (!Files.isDirectory(root)) {
      throw new IOException("There is no folder %s. Make it, or name another.".formatted(root));
    }
    return new FolderLine(
        Files.createDirectories(root.resolve(settings.outFolder())),
        Files.createDirectories(root.resolve(settings.inFolder())));
  }

  @Override
  public void upload(String name, byte[] bytes) throws IOException {
    Files.write(part(name), bytes);
  }

  @Override
  public void release(String name, byte[] bytes) throws IOException {
    Files.move(part(name), out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Place place(String name) {
    if (Files.exists(part(name))) return Place.UPLOADED;
    return Files.exists(out.resolve(name)) ? Place.RELEASED : Place.TAKEN;
  }

  @Override
  public List<String> waiting() throws IOException {
    try (var files = Files.list(in)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Override
  public byte[] fetch(String name) throws IOException {
    return Files.readAllBytes(in.resolve(name));
  }

  @Override
  public void done(String name) throws IOException {
    Path done = Files.createDirectories(in.resolve(DONE));
    Files.move(in.resolve(name), done.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    // nothing is held open
  }

  private Path part(String name) {
    return out.resolve("." + name + ".part");
  }
}
