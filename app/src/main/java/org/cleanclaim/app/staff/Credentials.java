package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.staff.Credential.Cycle;
import org.cleanclaim.app.staff.PastCredential.End;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The credentials that the staff hold, with their proofs in the archive.
@Component
@Transactional
public class Credentials {
  /// The kind of files that prove credentials; only [#proof] gives them out.
  public static final String PROOF_FILE = "PROOF";

  private static final int MOST_PROOF_BYTES = 1_000_000;

  private static final String SELECT =
      """
      select c.staff_credential_id, c.public_id, c.staff_member_id, c.credential, c.number, c.issued_on, c.expires_on,
        c.cycle_from, c.cycle_until, c.units_needed, c.units_earned, c.proof_reference,
        (select f.public_id from exchanged_file f where f.exchanged_file_id = c.proof_file_id) as proof_file
      from staff_credential c
      """;

  private final JdbcClient jdbc;
  private final Staff staff;
  private final CredentialHistory history;
  private final FileExchange files;
  private final AuditTrail audit;

  Credentials(
      JdbcClient jdbc,
      Staff staff,
      CredentialHistory history,
      FileExchange files,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.history = history;
    this.files = files;
    this.audit = audit;
  }

  /// Enters a credential, or what changed on one that the person holds already. Other dates, or
  /// another number where one was known, make it a renewal: the proof of before proves nothing of
  /// it any more and goes to the history with it.
  ///
  /// @throws StaffRefusal when the letters are not known, with the nearest that are
  public Credential put(StaffMember member, CredentialEntry entry) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    CredentialNames.require(List.of(entry.credential()), entered());
    return putUnlisted(member, entry);
  }

  /// As [#put], for a credential that the program does not know.
  public Credential putUnlisted(StaffMember member, CredentialEntry entry) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (entry.issuedOn().isAfter(staff.today())) {
      throw new StaffRefusal(
          "The day of issue, %s, is still to come. Enter the credential when it is granted."
              .formatted(entry.issuedOn()));
    }
    var before = held(member, entry.credential());
    boolean isRenewed = before.filter(entry::renews).isPresent();
    if (isRenewed) {
      history.keep(before.orElseThrow(), End.RENEWED);
    } else {
      before.filter(entry::provesAnew).ifPresent(c -> history.keep(c, End.NEW_PROOF));
    }
    jdbc.sql(
            """
            insert into staff_credential (staff_member_id, credential, number, issued_on, expires_on, cycle_from,
              cycle_until, units_needed, units_earned, proof_reference)
            values (:member, :credential, :number, :issued, :expires, :from, :until, :needed, :earned, :proof)
            on conflict (staff_member_id, credential) do update
            set number = excluded.number, issued_on = excluded.issued_on, expires_on = excluded.expires_on,
              cycle_from = excluded.cycle_from, cycle_until = excluded.cycle_until,
              units_needed = excluded.units_needed, units_earned = excluded.units_earned,
              proof_reference = case when :renewed then excluded.proof_reference
                else coalesce(excluded.proof_reference, staff_credential.proof_reference) end,
              proof_file_id = case when :renewed then null else staff_credential.proof_file_id end
            """)
        .param("member", member.id())
        .param("credential", entry.credential())
        .param("number", entry.number())
        .param("issued", entry.issuedOn())
        .param("expires", entry.expiresOn())
        .param("from", entry.cycleFrom())
        .param("until", entry.cycleUntil())
        .param("needed", entry.unitsNeeded())
        .param("earned", entry.unitsEarned())
        .param("proof", entry.proofReference())
        .param("renewed", isRenewed)
        .update();
    audit.record(
        (isRenewed ? "renewed credential " : "entered credential ") + entry.credential(),
        "staff member",
        member.id(),
        null,
        null);
    return held(member, entry.credential()).orElseThrow();
  }

  /// Keeps the file that proves a credential; one that was there goes to the history.
  public void prove(StaffMember member, Credential credential, String fileName, byte[] bytes) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (bytes.length == 0) throw new StaffRefusal("The file is empty. Choose another one.");
    if (bytes.length > MOST_PROOF_BYTES) {
      throw new StaffRefusal("The file is larger than one megabyte. Send a smaller copy.");
    }
    if (credential.proofFile() != null) history.keep(credential, End.NEW_PROOF);
    var file = files.receive(PROOF_FILE, fileName, bytes, member.name(), null);
    jdbc.sql("update staff_credential set proof_file_id = :file where staff_credential_id = :id")
        .param("file", file.id())
        .param("id", credential.id())
        .update();
    audit.record(
        "proved credential " + credential.credential(),
        "staff member",
        member.id(),
        null,
        fileName);
  }

  /// The file that proves a credential, for the person and for who keeps the staff.
  @Transactional(readOnly = true)
  public Optional<ExchangedFile> proof(StaffMember member, Credential credential) {
    if (!member.isUser(Acting.actor().name())) AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return Optional.ofNullable(credential.proofFile()).flatMap(files::find);
  }

  /// The file that proved a credential of before, for the same people.
  @Transactional(readOnly = true)
  public Optional<ExchangedFile> pastProof(StaffMember member, UUID pastCredential) {
    if (!member.isUser(Acting.actor().name())) AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return history.of(member).stream()
        .filter(p -> p.publicId().equals(pastCredential))
        .findFirst()
        .map(PastCredential::proofFile)
        .flatMap(files::find);
  }

  public void remove(StaffMember member, Credential credential, String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    history.keep(credential, End.REMOVED);
    jdbc.sql("delete from staff_credential where staff_credential_id = :id")
        .param("id", credential.id())
        .update();
    audit.record(
        "removed credential " + credential.credential(), "staff member", member.id(), null, reason);
  }

  /// What a person holds, by letters.
  @Transactional(readOnly = true)
  public List<Credential> ofMember(long staffMemberId) {
    return jdbc.sql(SELECT + "where c.staff_member_id = :member order by c.credential")
        .param("member", staffMemberId)
        .query(Credentials::credential)
        .list();
  }

  /// What everybody holds, by person and letters.
  @Transactional(readOnly = true)
  public List<Credential> all() {
    return jdbc.sql(SELECT + "order by c.staff_member_id, c.credential")
        .query(Credentials::credential)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Credential> find(UUID publicId) {
    return jdbc.sql(SELECT + "where c.public_id = :id")
        .param("id", publicId)
        .query(Credentials::credential)
        .optional();
  }

  /// What a person's credentials were before, the latest first.
  @Transactional(readOnly = true)
  public List<PastCredential> past(StaffMember member) {
    return history.of(member);
  }

  private Optional<Credential> held(StaffMember member, String letters) {
    return ofMember(member.id()).stream().filter(c -> c.credential().equals(letters)).findFirst();
  }

  /// Letters of credentials that are known: those that the program describes and those that the
  /// staff hold.
  @Transactional(readOnly = true)
  public List<String> known() {
    return List.copyOf(CredentialNames.known(entered()));
  }

  private List<String> entered() {
    return jdbc.sql("select distinct credential from staff_credential").query(String.class).list();
  }

  private static Credential credential(ResultSet row, int n) throws SQLException {
    return new Credential(
        row.getLong("staff_credential_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("staff_member_id"),
        row.getString("credential"),
        row.getString("number"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("expires_on", LocalDate.class),
        cycle(row),
        row.getString("proof_reference"),
        row.getObject("proof_file", UUID.class));
  }

  private static @Nullable Cycle cycle(ResultSet row) throws SQLException {
    var from = row.getObject("cycle_from", LocalDate.class);
    BigDecimal needed = row.getBigDecimal("units_needed");
    return from == null
        ? null
        : new Cycle(
            from,
            row.getObject("cycle_until", LocalDate.class),
            needed,
            row.getBigDecimal("units_earned"));
  }
}
