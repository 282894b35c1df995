package org.cleanclaim.edits.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.CoveragePolicies;
import org.cleanclaim.edits.CoveragePolicy;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// Medicare's coverage policies that are installed: articles of the contractors, and what the
/// practice wrote down. Of each kind the latest download counts, as each document says itself on
/// which days it holds.
public final class MedicareCoverage {
  private final CodeSets codeSets;
  private final Map<Jurisdiction, CoveragePolicies> known = new ConcurrentHashMap<>();
  private volatile @Nullable List<ScopedPolicy> all;

  private MedicareCoverage(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// Those of the installed tables, read when a Medicare claim first asks.
  public static MedicareCoverage of(CodeSets codeSets) {
    return new MedicareCoverage(codeSets);
  }

  /// The policies for a claim: none unless Medicare's Part A or B pays. Whose local policies hold
  /// goes by the state of the billing provider.
  public CoveragePolicies policies(Claim claim) {
    return policies(claim, inState(claim));
  }

  /// The policies for a claim under a contractor or state.
  public CoveragePolicies policies(Claim claim, Jurisdiction jurisdiction) {
    FilingIndicator filing = claim.subscriber().filing();
    boolean isMedicare =
        filing == FilingIndicator.MEDICARE_PART_A || filing == FilingIndicator.MEDICARE_PART_B;
    return isMedicare ? policies(jurisdiction) : CoveragePolicies.NONE;
  }

  /// The policies of a contractor or state, with the national ones.
  public CoveragePolicies policies(Jurisdiction jurisdiction) {
    CoveragePolicies policies = known.get(jurisdiction);
    if (policies == null) {
      policies =
          CoveragePolicies.of(
              all().stream()
                  .filter(one -> one.scope().holdsIn(jurisdiction))
                  .map(ScopedPolicy::policy)
                  .toList());
      known.put(jurisdiction, policies);
    }
    return policies;
  }

  private static Jurisdiction inState(Claim claim) {
    Address address = claim.billingProvider().address();
    String state = address == null ? null : address.state();
    return state == null ? new Jurisdiction.Unknown() : new Jurisdiction.State(state);
  }

  private List<ScopedPolicy> all() {
    List<ScopedPolicy> policies = all;
    if (policies == null) {
      policies = read();
      all = policies;
    }
    return policies;
  }

  private List<ScopedPolicy> read() {
    var policies = new ArrayList<ScopedPolicy>();
    latest(PublicationKind.COVERAGE_ARTICLES)
        .map(p -> p.view(RuleTables.class, Articles.class, Articles::of))
        .ifPresent(articles -> policies.addAll(articles.policies()));
    DocumentIndex index =
        latest(PublicationKind.COVERAGE_INDEX)
            .map(p -> p.view(RuleTables.class, DocumentIndex.class, DocumentIndex::of))
            .orElse(DocumentIndex.EMPTY);
    latest(PublicationKind.COVERAGE_KEPT)
        .map(p -> p.view(RuleTables.class, KeptPolicies.class, KeptPolicies::of))
        .ifPresent(kept -> kept.policies().forEach(one -> policies.add(described(one, index))));
    return List.copyOf(policies);
  }

  private Optional<InstalledPublication> latest(PublicationKind kind) {
    return codeSets.publications().stream()
        .filter(p -> p.kind() == kind)
        .max(Comparator.comparing(InstalledPublication::effectiveFrom));
  }

  /// With title, version and address of the index, where the practice wrote no title.
  private static ScopedPolicy described(KeptPolicies.Kept kept, DocumentIndex index) {
    CoveragePolicy policy = kept.policy().policy();
    var document = index.of(policy.id());
    if (kept.hasTitle() || document.isEmpty()) return kept.policy();
    var found = document.get();
    return new ScopedPolicy(
        new CoveragePolicy(
            policy.id(),
            found.version(),
            found.title(),
            found.contractor(),
            "%s; %s".formatted(policy.source(), found.address()),
            policy.period(),
            policy.procedures(),
            policy.covered(),
            policy.notCovered(),
            policy.frequency()),
        kept.policy().scope());
  }
}
