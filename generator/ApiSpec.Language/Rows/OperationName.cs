using System.Text;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The name of an operation: <c>Group.Method</c>.</summary>
internal sealed record OperationName(string Group, string Method)
{
    public override string ToString() => Group + "." + Method;

    public static bool IsReference(string text) => Parse(text) is not null;

    public static OperationName? Parse(string text)
    {
        var dot = text.IndexOf('.');
        if (dot < 0)
            return null;
        var name = new OperationName(text.Substring(0, dot), text.Substring(dot + 1));
        return CSharpNames.IsIdentifier(name.Group) && CSharpNames.IsIdentifier(name.Method) ? name : null;
    }

    /// <summary>Names an operation after its section alone, so that the name does not depend on the machine or on other files.</summary>
    /// <remarks>
    /// The group is the last fixed word of the path; the words after <c>actions</c> name the action instead. <c>GET /objects/Tasks</c> is
    /// <c>Tasks.List</c>, <c>GET /objects/Tasks/{id}</c> is <c>Tasks.Get</c>, <c>GET /objects/Tasks/{id}/actions/stop</c> is
    /// <c>Tasks.GetStop</c>, and a POST to its <c>/invoke</c> is <c>Tasks.InvokeStop</c>. If the path ends with a fixed word,
    /// <see cref="Plurality"/> decides whether that is one resource (<c>Get</c>) or several (<c>List</c>). A path without a fixed word is <c>Root</c>.
    /// Constants of the query, the form and the body follow, because they distinguish operations with the same path: <c>Api.GetLogin</c>, <c>Api.GetCmd1</c>.
    /// </remarks>
    public static OperationName? Derive(SectionDeclaration section)
    {
        var httpMethod = section.HttpMethod;
        var segments = Segments(section.Path);
        var actions = segments.FindLastIndex(static segment => segment is { IsPlaceholder: false, Text: "actions" });
        if (actions == 0)
            actions = -1;
        var resource = segments.Count == 0
            ? -1
            : segments.FindLastIndex(actions < 0 ? segments.Count - 1 : actions - 1, static segment => !segment.IsPlaceholder);
        var word = resource < 0 ? "Root" : segments[resource].Text;
        var group = Pascal(word);
        if (group.Length > 0 && char.IsDigit(group[0]))
            group = "_" + group;
        var method = actions < 0
            ? segments.Count > 0 && segments[segments.Count - 1].IsPlaceholder ? Verb(httpMethod, isItem: true) : CollectionVerb(section, word)
            : ActionMethod(
                httpMethod, segments.Skip(actions + 1).Where(static segment => !segment.IsPlaceholder).Select(static segment => segment.Text).ToList());
        method += ConstantWords.Of(section);
        if (!CSharpNames.IsIdentifier(group))
            group = CSharpName.Pascal(Uri.UnescapeDataString(word));
        return CSharpNames.IsIdentifier(group) && CSharpNames.IsIdentifier(method) ? new OperationName(group, method) : null;
    }

    // Only the path shows the target of a DELETE, so the name always shows whether there is an id.
    private static string CollectionVerb(SectionDeclaration section, string resource)
    {
        var verb = Verb(section.HttpMethod, isItem: false);
        return section.HttpMethod switch
        {
            "GET" => Plurality.IsMany(section, resource) ? "List" : "Get",
            "DELETE" => verb + "Many",
            "POST" => verb,
            _ => Plurality.IsMany(section, resource) ? verb + "Many" : verb,
        };
    }

    private static string Verb(string httpMethod, bool isItem) => httpMethod switch
    {
        "GET" => "Get",
        "POST" => isItem ? "Post" : "Create",
        "PUT" => "Update",
        _ => Pascal(httpMethod.ToLowerInvariant()),
    };

    private static string ActionMethod(string httpMethod, List<string> words)
    {
        if (words.Count == 0)
            return (httpMethod == "GET" ? "List" : Verb(httpMethod, isItem: true)) + "Actions";
        var verb = httpMethod == "POST" ? "Invoke" : Verb(httpMethod, isItem: true);
        if (words.Count > 1 && words[words.Count - 1] == "invoke")
        {
            words.RemoveAt(words.Count - 1);
            verb = "Invoke";
        }

        return verb + string.Concat(words.Select(Pascal));
    }

    private static List<PathPart> Segments(PathTemplate path)
    {
        var segments = new List<PathPart>();
        foreach (var part in path.Parts)
        {
            if (part.IsPlaceholder)
            {
                segments.Add(part);
                continue;
            }

            // Text that touches a placeholder (the '.json' of '{id}.json') belongs to its segment.
            var words = part.Text.Split('/');
            var touches = segments.Count > 0 && segments[segments.Count - 1].IsPlaceholder;
            segments.AddRange(words.Skip(touches ? 1 : 0).Where(static word => word.Length > 0).Select(static word => new PathPart(word, false)));
        }

        return segments;
    }

    private static string Pascal(string word)
    {
        var pascal = new StringBuilder();
        var isStart = true;
        foreach (var c in Uri.UnescapeDataString(word))
        {
            if (!char.IsLetterOrDigit(c))
            {
                isStart = true;
                continue;
            }

            pascal.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = false;
        }

        return pascal.ToString();
    }
}
