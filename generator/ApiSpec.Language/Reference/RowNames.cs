using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Decides under which names a row is in a request or response, and which row a name belongs to. <see cref="RowIndex"/> is the fast form for
/// bodies.</summary>
internal static class RowNames
{
    /// <summary>Returns the name under which a value is sent. A list with brackets has them after its name: <c>id[]=1&amp;id[]=2</c>.</summary>
    /// <param name="name">A name of the row.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static string Sent(string name, TypeReference type)
        => (type.Kind == TypeKind.Nullable ? type.Arguments[0] : type).Kind == TypeKind.Brackets ? name + "[]" : name;

    /// <summary>Returns the names under which a row is accepted. Clients send the first.</summary>
    /// <param name="row">The row, with the aliases of its type resolved.</param>
    public static IEnumerable<string> Sent(RowDeclaration row) => row.Names.Select(name => Sent(name, row.Type));

    /// <summary>Returns whether a row has a name: one of its names, or a match of its pattern.</summary>
    /// <param name="row">The row, with the aliases of its type resolved.</param>
    /// <param name="name">The name in a request or response.</param>
    /// <param name="comparison">How names are compared; those of headers ignore case.</param>
    public static bool Has(RowDeclaration row, string name, StringComparison comparison = StringComparison.Ordinal)
        => row.IsPattern ? NamePattern.Matches(row.Name, name, comparison) : !row.IsRest && Sent(row).Any(other => other.Equals(name, comparison));

    /// <summary>Returns whether a member has the name of a row or one of its other names.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="name">The name of the row.</param>
    /// <param name="aliases">The other names.</param>
    public static bool IsAnyOf(string member, string name, EquatableArray<string> aliases)
        => string.Equals(member, name, StringComparison.Ordinal) || aliases.Contains(member, StringComparer.Ordinal);

    /// <summary>Returns the row of a single name; null: there is none. For many names, use <see cref="RowLookup"/>.</summary>
    /// <param name="rows">The rows, with the aliases of their types resolved.</param>
    /// <param name="name">The name in a request or response.</param>
    /// <param name="comparison">How names are compared; those of headers ignore case.</param>
    public static RowDeclaration? Find(IEnumerable<RowDeclaration> rows, string name, StringComparison comparison = StringComparison.Ordinal)
        => new RowLookup(rows, comparison).Find(name);
}
