package org.cleanclaim.app.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.exchange.Usage;
import org.jspecify.annotations.Nullable;

/// What somebody has typed or sent for a connection.
///
/// @param hostKeys separated by blanks
public record TypedConnection(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String usage,
    @Nullable String address,
    @Nullable String user,
    @Nullable String hostKeys,
    @Nullable String secret,
    @Nullable String outFolder,
    @Nullable String inFolder) {

  public static TypedConnection blank() {
    return new TypedConnection("", "SFTP", "TEST", "", "", "", "", "in", "out");
  }

  public static TypedConnection of(ConnectionSettings settings) {
    return new TypedConnection(
        settings.name(),
        settings.kind().name(),
        settings.usage().name(),
        settings.address(),
        settings.user(),
        String.join(" ", settings.hostKeys()),
        settings.secret(),
        settings.outFolder(),
        settings.inFolder());
  }

  /// @throws TransportRefusal for a kind or a usage that there is not
  public ConnectionSettings settings() {
    return new ConnectionSettings(
        text(name),
        one(ConnectionKind.values(), kind, "kind"),
        one(Usage.values(), usage, "usage"),
        text(address),
        text(user),
        text(hostKeys).isEmpty() ? List.of() : List.of(text(hostKeys).split("\\s+")),
        text(secret),
        text(outFolder),
        text(inFolder));
  }

  private static <E extends Enum<E>> E one(E[] values, @Nullable String typed, String field) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text(typed).toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new TransportRefusal(
                "%s has to be one of %s.".formatted(field, Arrays.toString(values))));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
