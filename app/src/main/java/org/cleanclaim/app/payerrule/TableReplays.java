package org.cleanclaim.app.payerrule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.edits.NewTables;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.Replay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plays a version of publishers' tables over the organization's past claims, for example a new
/// NCCI quarter. The installed files are read anew, so that a version can be tried before the
/// server takes it up.
@Component
@Transactional(readOnly = true)
public class TableReplays {
  private final Home home;
  private final PastClaims past;
  private final AuditTrail audit;

  TableReplays(Home home, PastClaims past, AuditTrail audit) {
    this.home = home;
    this.past = past;
    this.audit = audit;
  }

  /// The days on which installed tables begin, the latest first.
  public List<TableVersion> versions() {
    var byDay = new TreeMap<LocalDate, List<String>>(Comparator.reverseOrder());
    try {
      for (InstalledPublication.Label label : CodeStore.at(home.codesets()).labels()) {
        if (label.starter()) continue;
        byDay
            .computeIfAbsent(label.effectiveFrom(), day -> new ArrayList<>())
            .add(
                "%s %s %s"
                    .formatted(label.kind().subject(), label.kind().title(), label.edition()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byDay.entrySet().stream().map(e -> new TableVersion(e.getKey(), e.getValue())).toList();
  }

  /// Plays the tables that begin on a day against those before.
  ///
  /// @return empty when none begin then
  @Transactional
  public Optional<TableReplay> replay(LocalDate from) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = versions().stream().filter(v -> v.from().equals(from)).findFirst();
    if (version.isEmpty()) return Optional.empty();
    var installed = open().publications();
    var tables =
        NewTables.from(
            scrubber(installed, p -> p.starter() || p.effectiveFrom().isBefore(from)),
            scrubber(installed, p -> p.starter() || !p.effectiveFrom().isAfter(from)),
            from);
    var added = Replay.of(tables::added);
    var dropped = Replay.of(tables::dropped);
    past.each(claim -> {
      added.add(claim);
      dropped.add(claim);
    });
    audit.record("replayed tables of " + from, "tables", from, null, null);
    return Optional.of(new TableReplay(version.get(), added.report(), dropped.report()));
  }

  private CodeSets open() {
    try {
      return CodeStore.at(home.codesets()).open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scrubber scrubber(
      List<InstalledPublication> installed, Predicate<InstalledPublication> which) {
    var codeSets = CodeSets.of(installed.stream().filter(which).toList());
    return Scrubber.of(codeSets, NcciTables.of(codeSets));
  }
}
