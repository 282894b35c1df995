package org.cleanclaim.app.risk;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.hcc.EligibleEncounters;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.ValidDiagnoses;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.jspecify.annotations.Nullable;

/// Scores the members of files by the installed tables.
public final class FileRisk {
  private final CodeSets codeSets;
  private final InstalledRisk risk;
  private final InstalledMarketRisk marketRisk;
  private final ValidDiagnoses valid;

  public FileRisk(CodeSets codeSets) {
    this.codeSets = codeSets;
    this.risk = new InstalledRisk(codeSets);
    this.marketRisk = new InstalledMarketRisk(codeSets);
    this.valid = new ValidDiagnoses(codeSets);
  }

  /// A file or text of members or claims.
  public interface Source {
    /// For messages.
    String name();

    InputStream open() throws IOException;
  }

  /// Scores, or the tables that are missing for them.
  public sealed interface Answer {
    record Given(RiskScores scores) implements Answer {}

    /// @param message what is missing and how to install it
    record Missing(String message) implements Answer {}
  }

  /// @param sources members and their diagnoses of the year of service
  /// @param lastYear the diagnoses of the year before, for conditions not seen again
  public Answer score(RiskQuestion question, List<Source> sources, List<Source> lastYear)
      throws IOException {
    return switch (question) {
      case RiskQuestion.OfPayment asked -> payment(asked, sources, lastYear);
      case RiskQuestion.OfModel asked -> model(asked, sources, lastYear);
      case RiskQuestion.OfMarket asked -> market(asked, sources, lastYear);
    };
  }

  private Answer payment(RiskQuestion.OfPayment asked, List<Source> sources, List<Source> lastYear)
      throws IOException {
    int year = asked.paymentYear();
    Optional<PaymentYear> rules = PaymentYear.of(year);
    if (rules.isEmpty()) {
      return new Answer.Missing(
          "How CMS pays in %d is not known here; the known years are %s."
              .formatted(year, PaymentYear.known()));
    }
    var scorer = risk.payment(rules.get());
    if (scorer.isEmpty()) {
      return new Answer.Missing(
          "The diagnosis mapping, coefficients or hierarchies for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
              .formatted(year));
    }
    return new Answer.Given(
        ScoredMember.all(
            scorer.get(), year, members(sources, year - 1), members(lastYear, year - 2)));
  }

  private Answer model(RiskQuestion.OfModel asked, List<Source> sources, List<Source> lastYear)
      throws IOException {
    int year = asked.paymentYear();
    var scorer = risk.scorer(asked.model(), year);
    if (scorer.isEmpty()) {
      return new Answer.Missing(
          "The diagnosis mapping, coefficients or hierarchies of %s for %d are not installed; install them with: cleanclaim codes install --from FOLDER"
              .formatted(asked.model().title(), year));
    }
    return new Answer.Given(
        RawMember.all(
            scorer.get(), asked, members(sources, year - 1), members(lastYear, year - 2)));
  }

  private Answer market(RiskQuestion.OfMarket asked, List<Source> sources, List<Source> lastYear)
      throws IOException {
    int year = asked.benefitYear();
    var scorer = marketRisk.scorer(year);
    if (scorer.isEmpty()) {
      return new Answer.Missing(
          "The HHS-HCC tables of %d are not installed (installed: %s); install the workbook of the DIY tables with: cleanclaim codes install --from FILE"
              .formatted(year, marketRisk.years()));
    }
    EligibleEncounters encounters = marketRisk.encounters(year);
    return new Answer.Given(
        MarketMember.all(
            scorer.get(),
            year,
            read(sources, year, encounters),
            read(lastYear, year - 1, encounters)));
  }

  private MemberFiles members(List<Source> sources, int serviceYear) throws IOException {
    return read(sources, serviceYear, eligible(serviceYear + 1));
  }

  private MemberFiles read(
      List<Source> sources, int serviceYear, @Nullable EligibleEncounters eligible)
      throws IOException {
    var members = new MemberFiles(serviceYear, eligible, code -> valid.isValid(code, serviceYear));
    for (Source source : sources) {
      try (InputStream in = source.open()) {
        members.read(in, source.name());
      }
    }
    return members;
  }

  /// The list of the payment year or, where it is not installed, the latest before it or one of the
  /// two years after it: from year to year few codes change.
  private @Nullable EligibleEncounters eligible(int paymentYear) {
    for (int tried : new int[] {paymentYear, paymentYear + 1, paymentYear + 2}) {
      var services = codeSets.rules(PublicationKind.RISK_SERVICES, LocalDate.of(tried, 1, 1));
      if (services.isPresent()) {
        return EligibleEncounters.of(services.get().content(RuleTables.class));
      }
    }
    return null;
  }
}
