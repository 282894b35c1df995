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

  private final Label label;
  private final Supplier<ByteBuffer> packed;
  private volatile @Nullable CodeTable codes;
  private volatile @Nullable Content content;
  private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

  public InstalledPublication(Label label, Supplier<ByteBuffer> packed) {
    this.label = label;
    this.packed = packed;
  }

  /// A table held in memory.
  public static InstalledPublication of(Publication publication) {
    byte[] packed = ContentPacker.pack(publication.content());
    return new InstalledPublication(
        label(publication, Digest.of(packed)), () -> ByteBuffer.wrap(packed));
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

  public Label label() {
    return label;
  }

  /// The table as a code list.
  ///
  /// @throws IllegalStateException when it is of another kind
  public CodeTable codes() {
    CodeTable table = codes;
    if (table == null) {
      if (label.kind().shape() != CodeList.class)
        throw new IllegalStateException(label.kind() + " has no codes");
      synchronized (this) {
        table = codes;
        if (table == null) {
          table = CodeTable.of(packed.get());
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
          whole = ContentUnpacker.unpack(label.kind(), packed.get());
          content = whole;
        }
      }
    }
    return shape.cast(whole);
  }

  /// What was made of the table to look things up in, made once.
  <C extends Content, V> V view(Class<C> shape, Class<V> view, Function<C, V> opener) {
    Object made = views.get(view);
    if (made == null) {
      V fresh = opener.apply(content(shape));
      Object first = views.putIfAbsent(view, fresh);
      made = first == null ? fresh : first;
    }
    return view.cast(made);
  }
}
