package org.cleanclaim.codesets;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.packed.ContentPacker;
import org.cleanclaim.codesets.packed.ContentUnpacker;
import org.cleanclaim.codesets.packed.Digest;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.StarterPublications;
import org.jspecify.annotations.Nullable;

/// A publisher's table that can be asked: packed, and unpacked when somebody first wants it.
public final class InstalledPublication {
  /// What is known of a table without opening it.
  ///
  /// @param id names the table's content: the same content has the same id
  /// @param edition how the publisher names it: `FY2026`
  /// @param effectiveFrom the first day of service for which it holds
  /// @param rows how many rows the publisher's file has
  /// @param billable how many of them are codes valid for submission; 0 where the table is no code
  ///   list
  public record Label(
      String id,
      PublicationKind kind,
      String edition,
      LocalDate effectiveFrom,
      String source,
      boolean starter,
      int rows,
      int billable) {}

  private final PublicationKind kind;
  private final LocalDate effectiveFrom;
  private final boolean isStarter;
  private final Supplier<Packed> source;
  private volatile @Nullable Packed packed;
  private volatile @Nullable CodeTable codes;
  private volatile @Nullable Content content;
  private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

  /// A packed table with its label.
  private record Packed(Label label, Supplier<ByteBuffer> bytes) {}

  private InstalledPublication(
      PublicationKind kind, LocalDate effectiveFrom, boolean isStarter, Supplier<Packed> source) {
    this.kind = kind;
    this.effectiveFrom = effectiveFrom;
    this.isStarter = isStarter;
    this.source = source;
  }

  /// A table whose label is known and whose bytes are fetched when somebody first asks it.
  public static InstalledPublication of(Label label, Supplier<ByteBuffer> packed) {
    return new InstalledPublication(
        label.kind(), label.effectiveFrom(), label.starter(), () -> new Packed(label, packed));
  }

  /// A table held in memory.
  public static InstalledPublication of(Publication publication) {
    Packed packed = pack(publication);
    return new InstalledPublication(
        publication.kind(), publication.effectiveFrom(), publication.starter(), () -> packed);
  }

  /// A built-in starter table, read when somebody first wants it.
  static InstalledPublication starter(PublicationKind kind) {
    return new InstalledPublication(
        kind, StarterPublications.FROM, true, () -> pack(StarterPublications.of(kind)));
  }

  private static Packed pack(Publication publication) {
    byte[] bytes = ContentPacker.pack(publication.content());
    return new Packed(label(publication, Digest.of(bytes)), () -> ByteBuffer.wrap(bytes));
  }

  private Packed packed() {
    Packed known = packed;
    if (known == null) {
      synchronized (this) {
        known = packed;
        if (known == null) {
          known = source.get();
          packed = known;
        }
      }
    }
    return known;
  }

  /// The label of a table under the id that its packed form has.
  public static Label label(Publication publication, String id) {
    int billable =
        publication.content() instanceof CodeList list
            ? (int) list.rows().stream().filter(CodeList.Row::billable).count()
            : 0;
    return new Label(
        id,
        publication.kind(),
        publication.edition(),
        publication.effectiveFrom(),
        publication.source(),
        publication.starter(),
        publication.content().size(),
        billable);
  }

  public PublicationKind kind() {
    return kind;
  }

  /// The first day of service for which it holds.
  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /// Whether it is a built-in selection.
  public boolean starter() {
    return isStarter;
  }

  /// What is known of it; a starter table is read for that.
  public Label label() {
    return packed().label();
  }

  /// The table as a code list.
  ///
  /// @throws IllegalStateException when it is of another kind
  public CodeTable codes() {
    CodeTable table = codes;
    if (table == null) {
      if (kind.shape() != CodeList.class) throw new IllegalStateException(kind + " has no codes");
      synchronized (this) {
        table = codes;
        if (table == null) {
          table = CodeTable.of(packed().bytes().get());
          codes = table;
        }
      }
    }
    return table;
  }

  /// The whole table.
  public <C extends Content> C content(Class<C> shape) {
    Content whole = content;
    if (whole == null) {
      synchronized (this) {
        whole = content;
        if (whole == null) {
          whole = ContentUnpacker.unpack(kind, packed().bytes().get());
          content = whole;
        }
      }
    }
    return shape.cast(whole);
  }

  /// What was made of the table to look things up in, made once.
  public <C extends Content, V> V view(Class<C> shape, Class<V> view, Function<C, V> opener) {
    Object made = views.get(view);
    if (made == null) {
      V fresh = opener.apply(content(shape));
      Object first = views.putIfAbsent(view, fresh);
      made = first == null ? fresh : first;
    }
    return view.cast(made);
  }
}
