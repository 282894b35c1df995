package org.cleanclaim.app.paper;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The offsets of the practice's printers, for all payers or for one.
@Component
@Transactional
public class PaperOffsets {

  /// An offset that is kept.
  ///
  /// @param payer its short name, null for all payers
  /// @param printer its name in the practice, empty for all printers
  public record Kept(PaperForm form, @Nullable String payer, String printer, PaperOffset offset) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  PaperOffsets(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// All that are kept.
  @Transactional(readOnly = true)
  public List<Kept> all() {
    return jdbc.sql(
            """
            select o.form, p.slug, o.printer, o.right_mm, o.down_mm
            from paper_offset o
            left join payer p using (payer_id)
            order by o.form, p.slug nulls first, o.printer
            """)
        .query((row, n) ->
            new Kept(
                PaperForm.valueOf(row.getString("form")),
                row.getString("slug"),
                row.getString("printer"),
                new PaperOffset(row.getBigDecimal("right_mm"), row.getBigDecimal("down_mm"))))
        .list();
  }

  /// The printers that an offset is kept for.
  @Transactional(readOnly = true)
  public List<String> printers() {
    return all().stream().map(Kept::printer).filter(p -> !p.isEmpty()).distinct().sorted().toList();
  }

  /// What holds for a printer and a payer: their own, else the printer's, else the payer's, else
  /// that for all, else none.
  ///
  /// @param payer its short name
  @Transactional(readOnly = true)
  public PaperOffset of(PaperForm form, @Nullable String payer, String printer) {
    return jdbc.sql(
            """
            select o.right_mm, o.down_mm
            from paper_offset o
            left join payer p using (payer_id)
            where o.form = :form and (o.payer_id is null or p.slug = :payer) and o.printer in ('', :printer)
            order by o.printer desc, o.payer_id nulls last
            limit 1
            """)
        .param("form", form.name())
        .param("payer", payer)
        .param("printer", printer.strip())
        .query((row, n) ->
            new PaperOffset(row.getBigDecimal("right_mm"), row.getBigDecimal("down_mm")))
        .optional()
        .orElse(PaperOffset.NONE);
  }

  /// Keeps the offset of a printer.
  ///
  /// @param payer for whose stock alone, empty for all payers
  /// @param printer empty for all printers
  public void keep(PaperForm form, Optional<Payer> payer, String printer, PaperOffset offset) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    if (printer.strip().length() > 60) {
      throw new PaperRefusal("A printer's name has at most 60 characters.");
    }
    jdbc.sql(
            """
            insert into paper_offset (form, payer_id, printer, right_mm, down_mm, saved_by, saved_at)
            values (:form, :payer, :printer, :right, :down, :actor, :now)
            on conflict (organization_id, form, payer_id, printer) do update
            set right_mm = excluded.right_mm, down_mm = excluded.down_mm, saved_by = excluded.saved_by,
              saved_at = excluded.saved_at
            """)
        .param("form", form.name())
        .param("payer", payer.map(Payer::id).orElse(null))
        .param("printer", printer.strip())
        .param("right", offset.right())
        .param("down", offset.down())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("kept the offset of paper forms", "printer", printer.strip(), null, null);
  }

  /// A page to lay on the stock of a form.
  @Transactional(readOnly = true)
  public byte[] testPage(PaperForm form, @Nullable String payer, String printer) {
    return new StockPdf(form, of(form, payer, printer)).test();
  }
}
