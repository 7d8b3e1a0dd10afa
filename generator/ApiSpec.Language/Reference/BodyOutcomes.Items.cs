using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <content>Failures whose body is a list, such as <c>[{"error":{"type":7}}]</c>. Each item says whether its part of the request succeeded.</content>
internal sealed partial class BodyOutcomes
{
    /// <summary>Whether failures are lists. Then conditions and codes name the members of the items, and the call failed if one item did.</summary>
    public bool IsOfItems { get; private init; }

    /// <summary>Returns the object that says whether the call succeeded: the body, or the first item of a list that failed, or else its first object. Null: the
    /// body says nothing.</summary>
    public JsonText? StatementIn(JsonText body)
    {
        if (!IsOfItems)
            return body.Kind == JsonTextKind.Object ? body : null;
        var items = body.Kind == JsonTextKind.Array ? body.Items.Where(static item => item.Kind == JsonTextKind.Object).ToList() : [];
        return items.Find(item => !Holds(item)) ?? items.FirstOrDefault();
    }

    // Returns the table of the items of a list; null: the body is not a list of objects of one table.
    private static ValueTable? ItemsOf(IApiReference api, BodyDeclaration? error)
    {
        if (error is not { Kind: BodyKind.Type, Type: { IsUnread: false } type })
            return null;
        var types = new TypeResolver(api);
        if (types.Resolve(type, TypeScope.Empty) is not { IsAny: false, Forms: [{ Kind: TypeKind.List } list] })
            return null;
        return types.Resolve(list.Type.Arguments[0], list.Scope) is { IsAny: false, Forms: [{ Kind: TypeKind.Object, Rows: { } rows } item] }
            ? new ValueTable(rows, item.Scope, types) : null;
    }
}
