using ApiSpec.Language.Reading;

namespace ApiSpec.Drafting.Checking;

/// <summary>A difference between a spec and a page.</summary>
/// <param name="Line">The line of the spec; the first is 1.</param>
/// <param name="Text">A description of the difference.</param>
internal sealed record SpecDifference(int Line, string Text);

/// <summary>Compares a draft with the spec of the same section.</summary>
internal static class SpecDifferences
{
    /// <summary>Returns the facts that a page states differently, the facts that only the page has, and the facts that the page does not have.</summary>
    /// <param name="draft">The draft of the page.</param>
    /// <param name="spec">The text of the spec.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <exception cref="IOException">The spec or the page cannot be read as a section.</exception>
    public static IReadOnlyList<SpecDifference> Of(CheckedDraft draft, string spec, CancellationToken cancellationToken)
    {
        var read = SpecReader.Read("onto.apispec.yaml", spec, cancellationToken);
        if (read.File?.Section is null)
            throw new IOException("The spec of --onto cannot be read as a section; run 'apispec check' on it.");
        if (draft.Spec.File?.Section is null)
            throw new IOException("The page could not be read as a section, so there is nothing to compare.");
        var ours = SpecFacts.Of(read);
        var theirs = SpecFacts.Of(draft.Spec).ToDictionary(static fact => fact.Name, StringComparer.Ordinal);
        var differences = new List<SpecDifference>();
        var last = 1;
        foreach (var fact in ours)
        {
            last = fact.Line;
            if (!theirs.Remove(fact.Name, out var other))
            {
                if (fact.IsPrinted)
                    differences.Add(new SpecDifference(fact.Line, $"the page does not have {fact.Name}: {fact.Value}"));
            }
            else if (other.Value != fact.Value && fact.IsPrinted)
            {
                differences.Add(new SpecDifference(fact.Line, $"{fact.Name} is '{fact.Value}' here, and '{other.Value}' on the page"));
            }
        }

        differences.AddRange(theirs.Values.Where(static fact => fact.IsPrinted).OrderBy(static fact => fact.Line)
            .Select(fact => new SpecDifference(last, $"the page also has {fact.Name}: {fact.Value}")));
        return [.. differences.OrderBy(static difference => difference.Line)];
    }
}
