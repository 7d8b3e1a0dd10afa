using System.Globalization;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Diff;

/// <summary>Compares two references, or two editions of one, from the viewpoint of a program that calls them.</summary>
internal sealed class ReferenceDiff
{
    private readonly (SpecProject Project, EditionView View) _old;
    private readonly (SpecProject Project, EditionView View) _new;
    private readonly Func<ChangeRule, ChangeLevel?> _levels;
    private readonly List<Change> _changes = [];

    private ReferenceDiff((SpecProject, EditionView) before, (SpecProject, EditionView) after, Func<ChangeRule, ChangeLevel?> levels)
        => (_old, _new, _levels) = (before, after, levels);

    /// <summary>Compares two references.</summary>
    /// <param name="before">The old reference.</param>
    /// <param name="after">The new reference.</param>
    /// <param name="levels">Returns the level of a kind of change; null: it is not reported.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>The changes, by operation.</returns>
    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    public static IReadOnlyList<Change> Compare(
        (SpecProject Project, EditionView View) before, (SpecProject Project, EditionView View) after, Func<ChangeRule, ChangeLevel?> levels,
        CancellationToken cancellationToken)
    {
        var diff = new ReferenceDiff(before, after, levels);
        diff.Run(cancellationToken);
        return diff._changes;
    }

    private void Run(CancellationToken cancellationToken)
    {
        var old = FactsOf(_old.View);
        var current = FactsOf(_new.View);
        var renamed = Renamed(old, current);
        foreach (var id in old.Keys.Union(current.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (renamed.ContainsValue(id) && !old.ContainsKey(id))
                continue;
            old.TryGetValue(id, out var before);
            current.TryGetValue(renamed.GetValueOrDefault(id, id), out var after);
            if (before is null)
                Add(ChangeRule.OperationAdded, after!, isGone: false, "/request", $"the operation was added: {after!.Request}");
            else if (after is null)
                Add(ChangeRule.OperationRemoved, before, isGone: true, "/request", $"the operation was removed: {before.Request}");
            else
                new OperationDiff(before, after, Add).Run();
        }
    }

    private static Dictionary<string, OperationFacts> FactsOf(EditionView view)
    {
        var facts = new Dictionary<string, OperationFacts>(StringComparer.Ordinal);
        foreach (var source in view.Sections.Where(static source => !source.File.Section!.IsRequestUnknown))
            facts.TryAdd(source.File.Section!.Id, OperationFacts.Of(view, source));
        return facts;
    }

    // The transcriber chooses the names of operations, so a new operation with the request of a removed one is the same operation.
    private static Dictionary<string, string> Renamed(Dictionary<string, OperationFacts> old, Dictionary<string, OperationFacts> current)
    {
        var added = current.Values.Where(facts => !old.ContainsKey(facts.Section.Id))
            .ToLookup(static facts => facts.Request, static facts => facts.Section.Id, StringComparer.Ordinal);
        var removed = old.Values.Where(facts => !current.ContainsKey(facts.Section.Id))
            .ToLookup(static facts => facts.Request, static facts => facts.Section.Id, StringComparer.Ordinal);
        return removed.Where(group => group.Count() == 1 && added[group.Key].Count() == 1)
            .ToDictionary(static group => group.Single(), group => added[group.Key].Single(), StringComparer.Ordinal);
    }

    private void Add(ChangeRule rule, OperationFacts operation, bool isGone, string pointer, string text)
    {
        if (_levels(rule) is not { } level)
            return;
        var project = isGone ? _old.Project : _new.Project;
        _changes.Add(new Change(rule, level, operation.Section.Id, operation.Source.Path, project.LineOf(operation.Source.Path, pointer), text));
    }
}

/// <summary>Compares the old and the new version of an operation.</summary>
/// <param name="before">The old version.</param>
/// <param name="after">The new version.</param>
/// <param name="add">Receives a change: its kind, the operation, whether that is the old version, the element in its file, and the text.</param>
internal sealed class OperationDiff(OperationFacts before, OperationFacts after, Action<ChangeRule, OperationFacts, bool, string, string> add)
{
    // Pairs of types of which the second allows all values of the first. A request can widen its type, and a response can narrow it.
    private static readonly HashSet<(string Narrow, string Wide)> Wider =
    [
        ("int", "long"), ("int", "double"), ("int", "decimal"), ("long", "decimal"), ("enum", "string"), ("uuid", "string"), ("url", "string"),
        ("date", "string"), ("time", "string"),
        ("date-time", "string"),
    ];

    public void Run()
    {
        var (old, current) = (before.Section, after.Section);
        if (before.Request != after.Request)
            Add(ChangeRule.RequestLineChanged, "/request", $"the request was {before.Request}, and is {after.Request}");
        if (old.Deprecated is null && current.Deprecated is not null)
            Add(ChangeRule.OperationDeprecated, "/deprecated", "the operation is deprecated");
        else if (old.Deprecated is not null && current.Deprecated is null)
            Add(ChangeRule.WordsChanged, "/operation", "the operation is no longer deprecated");
        CompareRoles(old, current);
        foreach (var way in before.Authentication.Except(after.Authentication, StringComparer.Ordinal))
            Add(ChangeRule.AuthenticationRemoved, "/authentication", $"'{way}' no longer logs in");
        foreach (var way in after.Authentication.Except(before.Authentication, StringComparer.Ordinal))
            Add(before.Authentication.Count == 0
                ? ChangeRule.RequestRequiredValueAdded
                : ChangeRule.AuthenticationAdded, "/authentication", $"'{way}' logs in");
        CompareRequests();
        CompareResponses();
        ComparePrefixes();
        CompareOutcomes();
        if (old.Title != current.Title || old.Function != current.Function)
            Add(ChangeRule.WordsChanged, old.Title != current.Title ? "/title" : "/function", "the words about the operation changed");
    }

    // A client also reads JSON without the text before it.
    private void ComparePrefixes()
    {
        var pointer = (after.Section.JsonPrefix ?? before.Section.JsonPrefix) is null ? "/request" : "/" + FormatWords.JsonPrefix;
        if (after.JsonPrefix is { } prefix && prefix != before.JsonPrefix)
            Add(ChangeRule.JsonPrefixAdded, pointer, $"'{prefix}' is before the JSON of responses");
        else if (after.JsonPrefix is null && before.JsonPrefix is { } old)
            Add(ChangeRule.JsonPrefixRemoved, pointer, $"'{old}' is no longer before the JSON of responses");
    }

    // If an operation lists no roles, its page does not say anything about roles.
    private void CompareRoles(SectionDeclaration old, SectionDeclaration current)
    {
        if (current.Roles.Count == 0)
            return;
        foreach (var role in old.Roles.Except(current.Roles, StringComparer.Ordinal))
            Add(ChangeRule.RoleRemoved, "/roles", $"the role '{role}' may no longer call the operation");
        if (old.Roles.Count == 0)
            return;
        foreach (var role in current.Roles.Except(old.Roles, StringComparer.Ordinal))
            Add(ChangeRule.RoleAdded, "/roles", $"the role '{role}' may call the operation");
    }

    private void CompareRequests()
    {
        if (TextOfFormats(before.SentBody, after.SentBody) is { } formats)
            Add(ChangeRule.RequestTypeChanged, after.Section.Body!.Pointer, $"the body was {formats}");
        foreach (var (name, value) in Outermost(before.Sent, after.Sent))
            add(ChangeRule.RequestValueRemoved, before, true, value.Pointer, $"{name} was removed");
        foreach (var (name, value) in Outermost(after.Sent, before.Sent))
        {
            var mustBeGiven = value is { IsRequired: true, Constant: null };
            Add(mustBeGiven
                ? ChangeRule.RequestRequiredValueAdded
                : ChangeRule.RequestValueAdded, value.Pointer, mustBeGiven ? $"{name} was added, and must be given" : $"{name} was added");
        }

        foreach (var (name, old, current) in Common(before.Sent, after.Sent))
            CompareSent(name, old, current);
        CompareGroups();
    }

    private void CompareGroups()
    {
        var old = before.Section.Choices.ToLookup(TextOf, StringComparer.Ordinal);
        var current = after.Section.Choices.ToLookup(TextOf, StringComparer.Ordinal);
        foreach (var group in old.Where(group => !current.Contains(group.Key)))
            add(ChangeRule.RequestConditionRemoved, before, true, group.First().Pointer, $"{group.Key} was removed");
        foreach (var group in current.Where(group => !old.Contains(group.Key)))
            Add(ChangeRule.RequestConditionAdded, group.First().Pointer, $"{group.Key} was added");

        static string TextOf(ParameterChoice choice)
        {
            var word = choice.Kind switch
            {
                GroupRuleKind.ExactlyOne => "exactly-one",
                GroupRuleKind.AtLeastOne => "at-least-one",
                _ => "at-most-one",
            };
            return $"'{word}: {string.Join(", ", choice.Names.Order(StringComparer.Ordinal))}'";
        }
    }

    // A required value needs no condition, and a value that is no longer required has been reported.
    private void CompareConditions(string name, ValueFact old, ValueFact current)
    {
        if (old.RequiredWhen != current.RequiredWhen && !old.IsRequired && !current.IsRequired)
            Report("must be given", old.RequiredWhen, current.RequiredWhen);
        if (old.OnlyWhen != current.OnlyWhen)
            Report("counts only", old.OnlyWhen, current.OnlyWhen);

        void Report(string what, string? was, string? now)
            => Add(
                now is null ? ChangeRule.RequestConditionRemoved : ChangeRule.RequestConditionAdded, current.Pointer,
                now is null ? $"{name} no longer {what} when {was}" : $"{name} {what} when {now}" + (was is null ? "" : $", and did when {was}"));
    }

    private void CompareSent(string name, ValueFact old, ValueFact current)
    {
        if (!old.IsRequired && current is { IsRequired: true, Constant: null })
            Add(ChangeRule.RequestValueRequired, current.Pointer, $"{name} must be given");
        else if (old.IsRequired && !current.IsRequired)
            Add(ChangeRule.RequestValueOptional, current.Pointer, $"{name} may be left out");
        if (old.Type != current.Type)
            Add(IsWider(old.Type, current.Type)
                ? ChangeRule.RequestTypeWidened
                : ChangeRule.RequestTypeChanged, current.Pointer, $"{name} was {old.Type}, and is {current.Type}");
        if (old.IsNullable != current.IsNullable)
            Add(old.IsNullable
                ? ChangeRule.RequestTypeChanged
                : ChangeRule.RequestTypeWidened, current.Pointer, old.IsNullable ? $"{name} may not be null" : $"{name} may be null");
        CompareListed(name, old, current, ChangeRule.RequestTypeChanged, ChangeRule.RequestTypeWidened);
        if (RangeText(old.Range) != RangeText(current.Range) && old.Type == current.Type)
        {
            Add(
                Contains(current.Range, old.Range) ? ChangeRule.RequestRangeWidened : ChangeRule.RequestRangeNarrowed, current.Pointer,
                $"the range of {name} was {RangeText(old.Range)}, and is {RangeText(current.Range)}");
        }

        if (old.Constant != current.Constant && current.Constant is not null)
            Add(ChangeRule.RequestConstantChanged, current.Pointer, $"{name} is always '{current.Constant}'"
                + (old.Constant is null ? "" : $", and was '{old.Constant}'"));
        else if (old.Constant is not null && current.Constant is null)
            Add(current.IsRequired
                ? ChangeRule.RequestRequiredValueAdded
                : ChangeRule.RequestValueOptional, current.Pointer, $"{name} was always '{old.Constant}', and takes other values");
        CompareConditions(name, old, current);
        if (old.Default != current.Default)
            Add(ChangeRule.RequestDefaultChanged, current.Pointer, $"the default of {name} was {Quoted(old.Default)}, and is {Quoted(current.Default)}");
        CompareWords(name, old, current);
    }

    private void CompareResponses()
    {
        CompareBodies("response", before.Returned, after.Returned, after.Section.Response, Shown);
        CompareBodies("error", before.Failed, after.Failed, after.Section.Error, static name => Shown(name) + " of the error");
    }

    private void CompareBodies(string what, BodyFacts old, BodyFacts current, BodyDeclaration? declared, Func<string, string> shown)
    {
        if (TextOfFormats(old, current) is { } formats)
            Add(ChangeRule.ResponseTypeChanged, declared?.Pointer ?? "/operation", $"the {what} was {formats}");
        foreach (var (name, value) in Outermost(old.Values, current.Values))
            add(ChangeRule.ResponseMemberRemoved, before, true, value.Pointer, $"the member {Shown(name)} left the {what}");
        foreach (var (name, value) in Outermost(current.Values, old.Values))
            Add(ChangeRule.ResponseMemberAdded, value.Pointer, $"the {what} has the member {Shown(name)}");
        foreach (var (name, previous, now) in Common(old.Values, current.Values))
            CompareReturned(shown(name), previous, now);
    }

    private void CompareReturned(string name, ValueFact old, ValueFact current)
    {
        if (old.IsRequired != current.IsRequired)
        {
            Add(
                current.IsRequired ? ChangeRule.ResponseMemberRequired : ChangeRule.ResponseMemberOptional, current.Pointer,
                current.IsRequired ? $"each response has {name}" : $"a response may lack {name}");
        }

        if (old.Type != current.Type)
            Add(IsWider(current.Type, old.Type)
                ? ChangeRule.ResponseTypeNarrowed
                : ChangeRule.ResponseTypeChanged, current.Pointer, $"{name} was {old.Type}, and is {current.Type}");
        if (old.IsNullable != current.IsNullable)
            Add(current.IsNullable
                ? ChangeRule.ResponseTypeChanged
                : ChangeRule.ResponseTypeNarrowed, current.Pointer, current.IsNullable ? $"{name} may be null" : $"{name} may not be null");
        CompareListed(name, old, current, ChangeRule.ResponseTypeNarrowed, ChangeRule.ResponseEnumWidened);
        if (RangeText(old.Range) != RangeText(current.Range) && old.Type == current.Type)
            Add(ChangeRule.ResponseRangeChanged, current.Pointer, $"the range of {name} was {RangeText(old.Range)}, and is {RangeText(current.Range)}");
        if (old.Constant != current.Constant)
            Add(ChangeRule.ResponseConstantChanged, current.Pointer, $"{name} was always {Quoted(old.Constant)}, and is {Quoted(current.Constant)}");
        CompareWords(name, old, current);
    }

    private void CompareListed(string name, ValueFact old, ValueFact current, ChangeRule removed, ChangeRule added)
    {
        if (old.Values.Count == 0 || current.Values.Count == 0)
        {
            // A number without names has the same values as one with names.
            if (old.Values.Count != current.Values.Count && old.Type == current.Type && !old.IsOpen && !current.IsOpen)
                Add(ChangeRule.WordsChanged, current.Pointer, $"the words about the values of {name} changed");
            return;
        }

        var known = old.Values.ToDictionary(static value => value.Value, StringComparer.Ordinal);
        var listed = current.Values.Select(static value => value.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var value in old.Values.Where(value => !current.IsOpen && !listed.Contains(value.Value)))
            Add(removed, current.Pointer, $"{name} no longer has the value '{value.Value}'");
        foreach (var value in current.Values)
        {
            if (!known.TryGetValue(value.Value, out var was))
                Add(added, current.Pointer, $"{name} has the value '{value.Value}'");
            else if (was.Name != value.Name)
                Add(ChangeRule.ValueNameChanged, current.Pointer, $"the value '{value.Value}' of {name} was named '{was.Name}', and is named '{value.Name}'");
            else if (was.Deprecated is null != value.Deprecated is null)
                Add(
                    ChangeRule.WordsChanged, current.Pointer,
                    $"the value '{value.Value}' of {name} is {(value.Deprecated is null ? "no longer " : "")}deprecated");
            else if (was.Description != value.Description || was.Deprecated != value.Deprecated)
                Add(ChangeRule.WordsChanged, current.Pointer, $"the words about the value '{value.Value}' of {name} changed");
        }
    }

    private void CompareOutcomes()
    {
        foreach (var (key, outcome) in before.Outcomes.Where(pair => !after.Outcomes.ContainsKey(pair.Key)))
            add(outcome.IsResult ? ChangeRule.SuccessRemoved : ChangeRule.ErrorRemoved, before, true, "/status", $"the page no longer lists {key}");
        foreach (var (key, outcome) in after.Outcomes)
        {
            if (!before.Outcomes.TryGetValue(key, out var old))
                Add(outcome.IsResult
                    ? ChangeRule.SuccessAdded
                    : ChangeRule.ErrorAdded, "/status", $"the page lists {key}" + (outcome.Message is { } message ? " " + message : ""));
            else if (old.IsResult != outcome.IsResult)
                Add(ChangeRule.SuccessRemoved, "/status", outcome.IsResult ? $"{key} is a success" : $"{key} is a failure");
            else if (!string.Equals(old.Message, outcome.Message, StringComparison.OrdinalIgnoreCase)
                || !string.Equals(old.Description, outcome.Description, StringComparison.Ordinal))
                Add(ChangeRule.MeaningChanged, "/status", $"{key} meant {Quoted(TextOf(old))}, and means {Quoted(TextOf(outcome))}");
            else if ((old.Transient ?? false) != (outcome.Transient ?? false))
                Add(ChangeRule.MeaningChanged, "/status", outcome.Transient == true ? $"{key} is transient" : $"{key} is not transient");
        }
    }

    private static string? TextOfFormats(BodyFacts old, BodyFacts current)
        => old.Format is { } was && current.Format is { } format && was != format ? $"{BodyFormats.NameOf(was)}, and is {BodyFormats.NameOf(format)}" : null;

    private void CompareWords(string name, ValueFact old, ValueFact current)
    {
        if (old.Description != current.Description)
            Add(ChangeRule.WordsChanged, current.Pointer, $"the words about {name} changed");
        if (!old.Aliases.SequenceEqual(current.Aliases, StringComparer.Ordinal))
            Add(ChangeRule.WordsChanged, current.Pointer, $"the other names of {name} were {Names(old)}, and are {Names(current)}");

        static string Names(ValueFact value) => value.Aliases.Count == 0 ? "none" : string.Join(", ", value.Aliases);
    }

    private void Add(ChangeRule rule, string pointer, string text) => add(rule, after, false, pointer, text);

    // Of removed values, only the outermost, because it contains the others.
    private static IEnumerable<KeyValuePair<string, ValueFact>> Outermost(Dictionary<string, ValueFact> values, Dictionary<string, ValueFact> others)
        => values.Where(
            value => !others.ContainsKey(value.Key) && (ParentOf(value.Key) is not { } parent || !values.ContainsKey(parent) || others.ContainsKey(parent)));

    private static IEnumerable<(string Name, ValueFact Old, ValueFact Current)> Common(Dictionary<string, ValueFact> old, Dictionary<string, ValueFact> current)
    {
        foreach (var (name, value) in current)
        {
            if (old.TryGetValue(name, out var known))
                yield return (name, known, value);
        }
    }

    private static string? ParentOf(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal) || name.EndsWith("{}", StringComparison.Ordinal))
            return name[..^2];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : name[..dot];
    }

    private static bool IsWider(string narrow, string wide)
        => wide == "any" || Wider.Contains((narrow, wide)) || !Alternatives(narrow).Except(Alternatives(wide), StringComparer.Ordinal).Any();

    private static string[] Alternatives(string type) => type.Split([" | ", " or "], StringSplitOptions.None);

    private static bool Contains(ValueRange? outer, ValueRange? inner)
        => IsAtMost(outer?.Minimum, inner?.Minimum) && IsAtMost(Negated(outer?.Maximum), Negated(inner?.Maximum));

    // A missing bound is lower than any other.
    private static bool IsAtMost(string? outer, string? inner)
        => outer is null || (inner is not null && NumberOf(outer) is { } low && NumberOf(inner) is { } high && low <= high);

    private static string? Negated(string? bound) => bound is null ? null : bound.StartsWith('-') ? bound[1..] : "-" + bound;

    private static decimal? NumberOf(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string RangeText(ValueRange? range) => range is null ? "any" : range.Minimum + ".." + range.Maximum + (range.InBytes ? " bytes" : "");

    private static string Quoted(string? text) => text is null ? "nothing" : "'" + text + "'";

    private static string Shown(string name) => name.Length == 0 ? "itself" : "'" + name + "'";

    private static string? TextOf(Outcome outcome)
        => outcome.Message is { } message && outcome.Description is { } description ? message + ": " + description : outcome.Message ?? outcome.Description;
}
