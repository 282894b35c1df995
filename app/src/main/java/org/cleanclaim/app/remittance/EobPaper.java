package org.cleanclaim.app.remittance;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The paper that an explanation of benefits was typed from: a scan or a photograph, kept as it was
/// given. A remittance has one at most, and it is never changed.
@Component
@Transactional
public class EobPaper {
  /// The kind of these files in the archive.
  public static final String FILE_KIND = "EOB";

  /// The most that one may have, in bytes: about thirty scanned pages.
  public static final int MOST_BYTES = 10_000_000;

  /// What a paper may be.
  public enum Form {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG\r\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    TIFF("image/tiff", "II*\0"),
    TIFF_BIG_ENDIAN("image/tiff", "MM\0*");

    private final String mediaType;
    private final String start;

    Form(String mediaType, String start) {
      this.mediaType = mediaType;
      this.start = start;
    }

    /// For the answer that gives it out.
    public String mediaType() {
      return mediaType;
    }

    /// What the bytes are, by how they begin; the name of a file says nothing.
    ///
    /// @throws RemittanceRefusal when they are no paper that a browser or a viewer shows
    public static Form of(byte[] bytes) {
      String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
      for (Form form : values()) {
        if (head.startsWith(form.start)) return form;
      }
      throw new RemittanceRefusal(
          "The paper is no PDF, PNG, JPEG or TIFF. Scan it as one of these; nothing was posted.");
    }
  }

  private final JdbcClient jdbc;
  private final FileExchange files;
  private final AuditTrail audit;
  private final Clock clock;

  EobPaper(JdbcClient jdbc, FileExchange files, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /// Refuses what could not be attached, before anything is posted.
  ///
  /// @throws RemittanceRefusal naming what is wrong with it
  public static void require(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new RemittanceRefusal(
          "The paper has more than 10 MB. Scan it in black and white; nothing was posted.");
    }
    Form.of(bytes);
  }

  /// Attaches a paper to a typed remittance that has none.
  ///
  /// @throws RemittanceRefusal when it has one already, or came as a file
  public void attach(UUID remittance, String name, byte[] bytes) {
    require(bytes);
    var id =
        jdbc.sql("select remittance_id from remittance where public_id = :id and source = 'EOB'")
            .param("id", remittance)
            .query(Long.class)
            .optional()
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "Only an explanation of benefits that was typed takes a paper."));
    var file = files.receive(FILE_KIND, name, bytes, null, null);
    int added =
        jdbc.sql(
                """
                insert into remittance_paper (remittance_id, exchanged_file_id, attached_at, attached_by)
                values (:remittance, :file, :now, :actor)
                on conflict (remittance_id) do nothing
                """)
            .param("remittance", id)
            .param("file", file.id())
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", Acting.actor().name())
            .update();
    if (added == 0
        && !of(remittance).map(ExchangedFile::sha256).equals(Optional.of(file.sha256()))) {
      throw new RemittanceRefusal("This remittance has its paper already; it is kept as it is.");
    }
    if (added == 1) audit.record("attached the paper", "remittance", id, null, file.name());
  }

  /// Whether a remittance is one that was typed and has no paper yet.
  @Transactional(readOnly = true)
  public boolean isMissing(UUID remittance) {
    return jdbc.sql(
            """
            select exists (select from remittance r where r.public_id = :id and r.source = 'EOB'
              and not exists (select from remittance_paper p where p.remittance_id = r.remittance_id))
            """)
        .param("id", remittance)
        .query(Boolean.class)
        .single();
  }

  /// The paper of a remittance.
  @Transactional(readOnly = true)
  public Optional<ExchangedFile> of(UUID remittance) {
    return jdbc.sql(
            """
            select p.exchanged_file_id from remittance_paper p join remittance r using (remittance_id)
            where r.public_id = :id
            """)
        .param("id", remittance)
        .query(Long.class)
        .optional()
        .flatMap(files::find);
  }
}
