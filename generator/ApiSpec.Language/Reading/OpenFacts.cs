using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reading;

/// <summary>Collects the facts that a file marks as not shown by its page, and reports them as one list: the work that is left for a complete spec.</summary>
internal sealed class OpenFacts
{
    private const int MostShown = 12;
    private const int LongestName = 60;

    private readonly List<Fact> _facts = [];
    private readonly HashSet<(string Name, string? What)> _known = [];

    /// <summary>Adds a fact.</summary>
    /// <param name="pointer">The pointer of the key or row that lacks it.</param>
    /// <param name="what">The missing part; null: the whole key or row.</param>
    /// <param name="span">The position of <c>unknown</c> in the file.</param>
    public void Add(string pointer, string? what, SpecSpan span)
    {
        var name = NameOf(pointer);
        if (_known.Add((name, what)))
            _facts.Add(new Fact(name, what, span));
    }

    /// <summary>Adds the open facts of a type: that the page does not show it, or that its values continue.</summary>
    public void AddType(string pointer, TypeReference type, SpecSpan span)
    {
        if (Has(type, static part => part.Kind == TypeKind.Unknown))
            Add(pointer, "type", span);
        if (Has(type, static part => part.IsOpen))
            Add(pointer, "values", span);
    }

    /// <summary>Reports the facts at the first of them.</summary>
    public void Report(DiagnosticBag diagnostics)
    {
        if (_facts.Count == 0)
            return;
        var names = _facts.OrderBy(static fact => fact.Span.Start).GroupBy(static fact => fact.Name, StringComparer.Ordinal).Select(Describe).ToList();
        var more = names.Count - MostShown;
        var list = string.Join(", ", names.Take(MostShown)) + (more > 0 ? " and " + Number(more) + " more" : "");
        var count = _facts.Count == 1 ? "1 fact is" : Number(_facts.Count) + " facts are";
        diagnostics.Report(SpecRules.OpenFacts, _facts.OrderBy(static fact => fact.Span.Start).First().Span, count, list);
    }

    private static string Describe(IGrouping<string, Fact> facts)
    {
        var parts = facts.Select(static fact => fact.What).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? facts.Key : facts.Key + " (" + string.Join(", ", parts) + ")";
    }

    // '/body/steps[]/order?' is shown as 'body.steps.order'. A schema is shown by its own name.
    private static string NameOf(string pointer)
    {
        var names = pointer.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(static key => RowName.Parse(key).Name)
            .Where(static name => name is not ("members" or "schemas"));
        var name = string.Join(".", names);
        return name.Length > LongestName ? name.Substring(0, LongestName) + TypeParser.Rest : name;
    }

    private static bool Has(TypeReference type, Func<TypeReference, bool> isOpen) => isOpen(type) || type.Arguments.Any(argument => Has(argument, isOpen));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Fact(string Name, string? What, SpecSpan Span);
}
