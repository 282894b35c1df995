package org.cleanclaim.app.demo;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.FeeSchedules.Fee;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.demo.Scenario.PayerEntry;
import org.cleanclaim.app.demo.Scenario.UserEntry;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.springframework.stereotype.Component;

/// Opens the practice of the scenario: users, payers, fees.
@Component
class DemoPractice {
  /// All demo users share it; the server listens on this machine alone.
  static final String PASSWORD = "cleanclaim";

  private final UserAccounts users;
  private final QuerySettings querySettings;
  private final Payers payers;
  private final FeeSchedules fees;
  private final PayerContracts contracts;

  DemoPractice(
      UserAccounts users,
      QuerySettings querySettings,
      Payers payers,
      FeeSchedules fees,
      PayerContracts contracts) {
    this.users = users;
    this.querySettings = querySettings;
    this.payers = payers;
    this.fees = fees;
    this.contracts = contracts;
  }

  Organization organization(Scenario scenario) {
    var practice = scenario.practice();
    var address = practice.address();
    return new Organization(
        0,
        practice.name(),
        new Npi(practice.npi()),
        new TaxId(practice.taxId(), TaxId.Kind.EMPLOYER),
        new Taxonomy(practice.taxonomy()),
        new Address(address.line1(), null, address.city(), address.state(), address.postalCode()),
        practice.phone(),
        practice.timeZone());
  }

  void open(Scenario scenario) {
    for (UserEntry user : scenario.practice().users()) {
      Set<Role> roles = EnumSet.of(Role.valueOf(user.role()));
      users.register(user.userName(), user.displayName(), PASSWORD, roles);
      String provider = user.provider();
      if (provider != null) {
        querySettings.link(user.userName(), new Npi(scenario.provider(provider).npi()));
      }
    }
    fees.replaceCharges(rows("charges"));
    for (PayerEntry entry : scenario.payers()) {
      Payer payer =
          payers.register(
              new Payer(
                  0,
                  entry.slug(),
                  entry.name(),
                  new PayerId(entry.payerId()),
                  FilingIndicator.ofCode(entry.filing()).orElseThrow(),
                  entry.timelyFilingDays(),
                  entry.memberIdPattern(),
                  entry.authorizationRequired().stream()
                      .map(ProcedureCode::new)
                      .collect(Collectors.toSet())));
      String contract = entry.contract();
      if (contract == null) fees.replaceAllowed(payer, rows(entry.slug()));
      else contracts.add(payer, ScenarioFiles.text(contract));
    }
  }

  private static java.util.List<Fee> rows(String name) {
    return ScenarioFiles.fees(name).rows().stream()
        .map(row -> new Fee(row.procedure(), row.modifier(), row.amount(), row.period()))
        .toList();
  }
}
