package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which claims of ours the payments of a remittance were found to be for, and why.
@Component
@Transactional(readOnly = true)
public class FoundClaims {
  /// A claim of ours that a payment is for.
  ///
  /// @param position of the payment in the remittance, from 1
  /// @param claim public id, null where none was found
  /// @param controlNumber our number of it
  /// @param how the sign by which it was found
  /// @param why how it was found, or why it was not
  /// @param lines those of its lines that were found by other signs than the plainest, or not at
  ///   all
  public record FoundClaim(
      int position,
      @Nullable UUID claim,
      @Nullable String controlNumber,
      String how,
      @Nullable String why,
      List<FoundLine> lines) {
    public FoundClaim {
      lines = List.copyOf(lines);
    }

    /// How the line of a service was found; null where it is plain.
    public @Nullable FoundLine line(int service) {
      return lines.stream().filter(line -> line.service() == service).findFirst().orElse(null);
    }
  }

  /// The line of a claim that a service is about.
  ///
  /// @param service its place in the payment, from 1
  /// @param line null where no line fits
  /// @param why how it was found and what the payer restates of it
  public record FoundLine(int service, @Nullable Integer line, String why) {}

  private final JdbcClient jdbc;

  FoundClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The claims of some payments of a posted remittance, each under the place of its payment from
  /// 1.
  ///
  /// @param first place of the first payment
  /// @param last place of the last one
  public Map<Integer, FoundClaim> of(UUID remittance, int first, int last) {
    var lines = lines(remittance, first, last);
    var found = new HashMap<Integer, FoundClaim>();
    jdbc.sql(
            """
            select p.position, c.public_id, c.control_number, p.match, p.match_reason
            from claim_payment p
            join remittance r using (remittance_id)
            left join claim c using (claim_id)
            where r.public_id = :remittance and p.position between :first and :last
            """)
        .param("remittance", remittance)
        .param("first", first)
        .param("last", last)
        .query(row -> {
          found.put(
              row.getInt("position"),
              new FoundClaim(
                  row.getInt("position"),
                  row.getObject("public_id", UUID.class),
                  row.getString("control_number"),
                  row.getString("match"),
                  row.getString("match_reason"),
                  lines.getOrDefault(row.getInt("position"), List.of())));
        });
    return found;
  }

  private Map<Integer, List<FoundLine>> lines(UUID remittance, int first, int last) {
    var found = new HashMap<Integer, List<FoundLine>>();
    jdbc.sql(
            """
            select p.position as payment, l.position, l.line, l.match_reason
            from line_adjudication l
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where r.public_id = :remittance and p.position between :first and :last and l.match_reason is not null
            order by p.position, l.position
            """)
        .param("remittance", remittance)
        .param("first", first)
        .param("last", last)
        .query(row -> {
          found
              .computeIfAbsent(row.getInt("payment"), p -> new ArrayList<>())
              .add(
                  new FoundLine(
                      row.getInt("position"),
                      row.getObject("line", Integer.class),
                      row.getString("match_reason")));
        });
    return found;
  }

  /// The place of the first payment that a page of a remittance shows; one that shows all begins at
  /// the first.
  ///
  /// @param page which was asked for
  public static int first(int page, int shown, int all) {
    return shown == all ? 1 : (Math.max(1, page) - 1) * ListPage.ROWS + 1;
  }

  /// The file that a remittance came in; empty where it was typed.
  public Optional<UUID> file(UUID remittance) {
    return jdbc.sql(
            """
            select f.public_id
            from remittance r
            join exchanged_file f using (exchanged_file_id)
            where r.public_id = :remittance
            """)
        .param("remittance", remittance)
        .query(UUID.class)
        .optional();
  }
}
