using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>What is kept of an API after it was bound, so that one edited section of it can be bound again.</summary>
internal sealed class BoundApi
{
    private readonly ApiScope _scope;
    private readonly LinkBinder _links;
    private readonly SectionBinder _sections;
    private readonly StepTables _tables;
    private readonly HashSet<string> _linked;
    private readonly bool _hasLocalTimes;

    /// <param name="scope">The API.</param>
    /// <param name="links">Finds the links of its sections.</param>
    /// <param name="sections">Binds its sections.</param>
    /// <param name="tables">What its steps have in common.</param>
    /// <param name="operations">Its operations.</param>
    public BoundApi(ApiScope scope, LinkBinder links, SectionBinder sections, StepTables tables, IReadOnlyList<GeneratedOperation> operations)
    {
        _scope = scope;
        _links = links;
        _sections = sections;
        _tables = tables;
        _linked = new(operations.SelectMany(static operation => operation.Linked), StringComparer.Ordinal);
        _hasLocalTimes = scope.Steps.Outputs.Any(static output => output.HasLocalTimes);
    }

    /// <summary>The index of its fake server; null: it has none.</summary>
    public int? Fake { get; set; }

    /// <summary>Whether it has a section.</summary>
    /// <param name="source">The section, as it was bound last.</param>
    public bool Has(SpecSource source) => _scope.Has(source);

    /// <summary>Binds an edited section again.</summary>
    /// <param name="before">The section before the edit.</param>
    /// <param name="after">The section after the edit.</param>
    /// <returns>What is different; null: more than the section can be different.</returns>
    public SectionChanges? TryBind(SpecSource before, SpecSource after)
    {
        if (_scope.HasSharedRequests || !HaveSameHead(before, after))
            return null;
        var (section, edited) = (_scope.InWords(before), _scope.InWords(after));
        if (_scope.Steps.BeginUpdate(_tables, source => ReferenceEquals(source, before) || ReferenceEquals(source, section)) is not { } update
            || !_scope.TryReplace(section, edited))
            return null;
        foreach (var step in update.Replacements)
        {
            if (!TryRun(step.Part.Kind, after, edited))
                return null;
        }

        return _scope.Steps.EndUpdate() ? ChangesOf(update) : null;
    }

    /// <summary>
    /// Whether two sections are the same for everything that is not a step. Only steps use what is left out here. A new property of a section is compared until
    /// it is added here.
    /// </summary>
    private static bool HaveSameHead(SpecSource before, SpecSource after)
        => before.File is { Section: { } section, Schemas.Count: 0 } && after.File.Section is { } edited
            && string.Equals(before.Key, after.Key, StringComparison.Ordinal)
            && (before.File with { Section = null }).Equals(after.File with { Section = null })
            && HeadOf(section).Equals(HeadOf(edited));

    private static SectionDeclaration HeadOf(SectionDeclaration section) => section with
    {
        Title = null,
        Function = null,
        Sources = [],
        Errata = [],
        PathRows = [],
        QueryRows = [],
        HeaderRows = [],
        Uses = [],
        Choices = [],
        Body = null,
        OtherBodies = [],
        Statuses = NoStatuses,
        Response = null,
        ResponseValues = [],
        Error = null,
        Outcomes = OutcomeDeclaration.None,
        DoneWhen = null,
        Examples = [],
        Paging = null,
        Deprecated = null,
        Editions = EditionRange.All,
        Idempotent = null,
        Notes = null,
    };

    private static StatusTable NoStatuses { get; } = new(false, []);

    private bool TryRun(FilePartKind part, SpecSource source, SpecSource section)
    {
        switch (part)
        {
            case FilePartKind.Editions:
                EditionChecker.Check(_scope, [source]);
                return true;
            case FilePartKind.Values:
                RowValueChecker.Check(_scope, [source]);
                return true;
            case FilePartKind.Credentials:
                CredentialRowChecker.FindFilled(_scope, section);
                return true;
            case FilePartKind.Version:
                SectionChecker.CheckVersionIsUsed(_scope, section);
                return true;
            case FilePartKind.Links:
                _links.Find(section);
                return true;
            case FilePartKind.Operation:
                ProjectBinder.BindOperation(_scope, _sections, section);
                return true;
            case FilePartKind.Examples:
                ProjectBinder.CheckExamples(_scope, section);
                return true;
            default:
                return false;
        }
    }

    private SectionChanges? ChangesOf(StepUpdate update)
    {
        if (!HasSameResult<EquatableArray<string>>(update, FilePartKind.Credentials) || !HasSameResult<EquatableArray<FoundLink>>(update, FilePartKind.Links))
            return null;
        var changes = new SectionChanges();
        foreach (var step in update.Replacements)
        {
            changes.HasDiagnostics |= !(step.Before.Output?.Diagnostics ?? []).Equals(step.After!.Output?.Diagnostics ?? []);
            changes.Elements.AddRange(step.ChangedElements.Select(static changed => (changed.Owner.Key, changed.Model)));
            foreach (var (before, after) in step.ChangedRecords)
            {
                if (_scope.Records.Replace(before, after) is not { } replaced)
                    return null;
                changes.Elements.Add((replaced.Owner.Key, replaced.Model));
            }
        }

        return update.Find(FilePartKind.Operation) is not { } operation || TryAdd(changes, ResultOf(operation.Before), ResultOf(operation.After!))
            ? changes
            : null;
    }

    private static GeneratedOperation? ResultOf(RememberedStep step) => ((RememberedStep<GeneratedOperation?>)step).Result;

    private static bool HasSameResult<T>(StepUpdate update, FilePartKind part)
        where T : class, IEquatable<T>
        => update.Find(part) is not { } step || ((RememberedStep<T>)step.Before).Result.Equals(((RememberedStep<T>)step.After!).Result);

    private bool TryAdd(SectionChanges changes, GeneratedOperation? before, GeneratedOperation? after)
    {
        if (before is null || after is null)
            return before is null && after is null;
        if (before.Equals(after))
            return true;
        if (!ActionBinder.HaveSameActions(before, after) || (_linked.Contains(after.Id) && !ActionBinder.AreSameTargets(before, after))
            || !ProjectBinder.FurtherMethods(before).SequenceEqual(ProjectBinder.FurtherMethods(after), StringComparer.Ordinal))
            return false;
        changes.Operation = _hasLocalTimes ? after.WithLocalTimes() : after;
        return true;
    }
}
