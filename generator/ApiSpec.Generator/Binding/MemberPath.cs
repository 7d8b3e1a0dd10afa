using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>Finds a nested member by its names, separated by dots. A response can also have it at a position of an array.</summary>
internal static class MemberPath
{
    private const int LongestName = 500;

    /// <summary>Returns the C# expression that selects the member from a received value of the type; null: no such member.</summary>
    /// <param name="scope">The API.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="name">The names in the body: <c>data.sid</c>.</param>
    /// <param name="intoTuples">Whether the name can lead to a position of an array.</param>
    public static (string Expression, CodeType Type)? Find(ApiScope scope, CodeType type, string name, bool intoTuples = false)
        => Members(scope, type, name, intoTuples) is { } members
            ? ("." + string.Join("?.", members.Select(static member => member.Name)), members[members.Count - 1].Type)
            : null;

    /// <summary>Returns the members on the path, the named one last; null: no such member.</summary>
    /// <param name="scope">The API.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="name">The names in the body: <c>data.sid</c>.</param>
    /// <param name="intoTuples">Whether the name can lead to a position of an array.</param>
    public static IReadOnlyList<RecordMember>? Members(ApiScope scope, CodeType type, string name, bool intoTuples = false)
        => name.Length > LongestName ? null : Find(scope, type, name, intoTuples, 0, [], []);

    /// <summary>Whether the path goes through a member whose type could not be read. That has been reported.</summary>
    public static bool EndsUnread(ApiScope scope, CodeType type, string name)
    {
        for (var dot = name.IndexOf('.'); dot > 0 && dot <= LongestName; dot = name.IndexOf('.', dot + 1))
        {
            if (Find(scope, type, name.Substring(0, dot)) is { Type.IsUnread: true })
                return true;
        }

        return false;
    }

    // Member names can contain dots, as in @odata.nextLink, so there are several ways to split a name. None is tried twice.
    private static IReadOnlyList<RecordMember>? Find(
        ApiScope scope, CodeType type, string name, bool intoTuples, int start, EquatableArray<RecordMember> before, HashSet<(string Record, int Start)> tried)
    {
        if (scope.Records.Find(type) is not { } record || (record.IsTuple && !intoTuples) || !tried.Add((record.Name, start)))
            return null;
        foreach (var member in record.Members)
        {
            var end = start + member.WireName.Length;
            if (end > name.Length || string.CompareOrdinal(name, start, member.WireName, 0, member.WireName.Length) != 0)
                continue;
            if (end == name.Length)
                return [.. before, member];
            if (name[end] == '.' && Find(scope, member.Type, name, intoTuples, end + 1, [.. before, member], tried) is { } inner)
                return inner;
        }

        return null;
    }
}
