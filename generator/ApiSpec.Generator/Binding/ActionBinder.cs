using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Settles the methods that carry out an action in one call: one operation returns a table whose link points to another operation, and that operation takes the
/// table back as its body.
/// </summary>
internal static class ActionBinder
{
    /// <summary>The operations to which a link in the response of a section points; empty: there are none.</summary>
    public static EquatableArray<string> FindLinked(ApiScope scope, LinkIndex index, SpecSource source, OperationResponse response)
    {
        if (response is not { Kind: ResponseKind.Json, Type: { Kind: CodeTypeKind.Record, Name: not null } table })
            return [];
        var section = source.File.Section!;
        var links = new List<string>();
        foreach (var value in section.ResponseValues)
            Add(value.Link);
        if (BodyReference.TableOf(scope, BodyReference.Resolve(scope, section.Response, isRequest: false)) is { } rows)
        {
            foreach (var row in rows.Rows)
                Add(row.Link);
        }

        return links.ToEquatableArray();

        void Add(string? link)
        {
            if (link is not null && !links.Contains(link) && index.Find(table, link) is not null)
                links.Add(link);
        }
    }

    /// <summary>
    /// Leaves out the methods of lists of operations that return an action object, whatever lists are in it. Only here, because a section is bound without the
    /// rest of the sections that it links to.
    /// </summary>
    /// <param name="operations">All operations of the API, which are replaced where they return one.</param>
    public static void LeaveOutItems(List<(SourceOwner Owner, GeneratedOperation Model)> operations)
    {
        Dictionary<string, GeneratedOperation>? byId = null;
        for (var i = 0; i < operations.Count; i++)
        {
            var (owner, operation) = operations[i];
            if (operation is { Linked.Count: 0 } or { Response.Items: null, Selection: null })
                continue;
            byId ??= IndexOf(operations);
            if (Invoked(operation, byId).Any())
                operations[i] = (owner, operation with { Response = operation.Response with { Items = null }, Selection = null });
        }
    }

    /// <summary>Gives each operation that reads an action object the methods that also carry it out.</summary>
    /// <param name="report">Takes the names that a declared operation has instead.</param>
    /// <param name="operations">All operations of the API, which are replaced where they get methods.</param>
    /// <param name="groups">The names of the methods of each group, which are all taken.</param>
    public static void Bind(
        BindingReport report, List<(SourceOwner Owner, GeneratedOperation Model)> operations, IReadOnlyDictionary<string, MemberNames?> groups)
    {
        var pairs = FindPairs(operations, groups);
        if (pairs.Count == 0)
            return;
        // With a name that fits two actions, a new section would change what existing callers call. So neither gets it.
        var ambiguous = new HashSet<(string Group, string Name)>(
            pairs.GroupBy(static pair => (pair.Read.Group, pair.Name)).Where(static same => same.Skip(1).Any()).Select(static same => same.Key));
        foreach (var ofRead in pairs.GroupBy(static pair => pair.Index))
        {
            var (owner, read) = operations[ofRead.Key];
            var names = groups[read.Group]!;
            var actions = new List<LinkedAction>();
            foreach (var pair in ofRead)
            {
                var candidates = ambiguous.Contains((read.Group, pair.Name)) ? [pair.BothNames] : new[] { pair.Name, pair.BothNames };
                foreach (var name in candidates.Distinct(StringComparer.Ordinal))
                {
                    if (TryTake(report, names, name, pair, owner.Path))
                    {
                        actions.Add(new LinkedAction(name, LinkedAction.WithoutDetails(pair.Target)));
                        break;
                    }
                }
            }

            if (actions.Count > 0)
                operations[ofRead.Key] = (owner, read with { Actions = actions.ToEquatableArray() });
        }
    }

    /// <summary>Whether an edit leaves the actions that an operation reads as they are.</summary>
    public static bool HaveSameActions(GeneratedOperation before, GeneratedOperation after)
        => before.Linked.Equals(after.Linked)
            && (after.Linked.Count == 0
                || (before.Response.Equals(after.Response) && before.Parameters.Equals(after.Parameters) && Equals(before.Selection, after.Selection)));

    /// <summary>Whether an edit of an operation leaves the actions that it carries out as they are.</summary>
    public static bool AreSameTargets(GeneratedOperation before, GeneratedOperation after)
        => (before.Body is null && after.Body is null) || LinkedAction.WithoutDetails(before).Equals(LinkedAction.WithoutDetails(after));

    /// <summary>Returns an operation with the actions of the one that it replaces, which are the same.</summary>
    public static GeneratedOperation WithActionsOf(GeneratedOperation operation, GeneratedOperation known)
        => operation.Linked.Count == 0 ? operation : operation with { Response = known.Response, Selection = known.Selection, Actions = known.Actions };

    /// <summary>The words in which the names of two operations end (<c>GetStop</c> and <c>InvokeStop</c>: <c>Stop</c>); null: there are none.</summary>
    internal static string? CommonWords(string read, string invoke)
    {
        var common = 0;
        while (common < read.Length && common < invoke.Length && read[read.Length - 1 - common] == invoke[invoke.Length - 1 - common])
            common++;
        // Each name keeps a word of its own before the common ones.
        for (var start = read.Length - common; start < read.Length; start++)
        {
            if (start > 0 && start > read.Length - invoke.Length && char.IsUpper(read[start]) && !char.IsUpper(read[start - 1])
                && !char.IsUpper(invoke[invoke.Length - (read.Length - start) - 1]))
            {
                return read.Substring(start);
            }
        }

        return null;
    }

    private static List<Pair> FindPairs(List<(SourceOwner Owner, GeneratedOperation Model)> operations, IReadOnlyDictionary<string, MemberNames?> groups)
    {
        var pairs = new List<Pair>();
        Dictionary<string, GeneratedOperation>? byId = null;
        for (var i = 0; i < operations.Count; i++)
        {
            var read = operations[i].Model;
            if (read.Linked.Count == 0 || read.HttpMethod != "GET" || read.Response.MayLackBody || groups[read.Group] is null)
                continue;
            byId ??= IndexOf(operations);
            foreach (var target in Invoked(read, byId))
            {
                if (CanPass(read, target))
                    pairs.Add(new Pair(i, read, target));
            }
        }

        return pairs;
    }

    // The operations that take the response back as their body, at the URL of a link in it.
    private static IEnumerable<GeneratedOperation> Invoked(GeneratedOperation read, Dictionary<string, GeneratedOperation> byId)
    {
        foreach (var id in read.Linked)
        {
            if (!string.Equals(id, read.Id, StringComparison.Ordinal) && byId.TryGetValue(id, out var target)
                && string.Equals(target.Body?.Name, read.Response.Type!.Name, StringComparison.Ordinal))
            {
                yield return target;
            }
        }
    }

    private static Dictionary<string, GeneratedOperation> IndexOf(List<(SourceOwner Owner, GeneratedOperation Model)> operations)
        => operations.ToDictionary(static made => made.Model.Id, static made => made.Model, StringComparer.Ordinal);

    // A declared name has priority. A program that calls an action by this name then calls another operation, and must not learn that at run time.
    private static bool TryTake(BindingReport report, MemberNames names, string name, Pair pair, string path)
    {
        var further = name + LinkedAction.Changed;
        foreach (var wanted in new[] { name, further })
        {
            if (names.DeclaredOwnerOf(wanted) is not { } declared)
                continue;
            report.Add(
                SpecRules.MethodLeftOut, path, "/operation", "'" + wanted + "Async' calls '" + pair.Read.Id + "' and '" + pair.Target.Id + "'",
                "operation '" + declared + "' has the name; set 'csharp:' in one of them");
            return false;
        }

        return names.TryTake(name, further);
    }

    // A value of both calls is one parameter, if the two agree on it.
    private static bool CanPass(GeneratedOperation read, GeneratedOperation target)
        => target.Link is not null
            && target.Parts.Count == 0
            && target.Parameters.All(parameter => LinkedAction.IsOfLink(target, parameter)
                || !read.Parameters.Any(other => string.Equals(other.Name, parameter.Name, StringComparison.Ordinal)
                    && !(other.Type == parameter.Type && string.Equals(other.WireName, parameter.WireName, StringComparison.Ordinal))));

    private sealed class Pair(int index, GeneratedOperation read, GeneratedOperation target)
    {
        /// <summary>The place of the operation that reads the action object.</summary>
        public int Index { get; } = index;

        public GeneratedOperation Read { get; } = read;

        public GeneratedOperation Target { get; } = target;

        public string BothNames { get; } = read.Method + "And" + target.Method;

        /// <summary>The name that an action has if nothing else has it.</summary>
        public string Name { get; } = CommonWords(read.Method, target.Method) ?? read.Method + "And" + target.Method;
    }
}
