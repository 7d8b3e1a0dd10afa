using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>Lists the members of a body, with the members of its schemas under the rows that use them.</summary>
/// <param name="api">The files of the API.</param>
/// <param name="isRequest">Whether the body is sent; otherwise it is returned.</param>
internal sealed class BodyDescriber(StubApi api, bool isRequest)
{
    private const int MaximumDepth = 8;

    // Pages are for readers. Tables that refer to each other several times would fill a page without end.
    private const int MostMembers = 2_000;
    private readonly List<DocumentedMember> _members = [];
    private readonly TypeResolver _types = new(api);

    // A table that holds itself is shown once.
    private readonly HashSet<ValueForm> _open = [];

    private EquatableArray<MemberValue> _printed = [];

    /// <summary>Describes a body.</summary>
    /// <param name="body">The body, after <c>same as</c> was followed, or null.</param>
    /// <param name="printed">The values that the section prints for members of a shared table.</param>
    public DocumentedBody? Describe(BodyDeclaration? body, EquatableArray<MemberValue> printed)
    {
        _printed = printed;
        switch (body?.Kind)
        {
            case BodyKind.Members:
                Add(body.Members, TypeScope.Empty, 0);
                return new DocumentedBody(body.Format == BodyFormat.Xml ? BodyFormats.MediaTypeOf(body.Format) : "object", _members);
            case BodyKind.Type:
                AddOf(body.Type!, null, TypeScope.Empty, 0);
                return new DocumentedBody(TypeNotation.Of(body.Type!), _members);
            case BodyKind.Form:
                Add(body.Members, TypeScope.Empty, 0, areFields: true);
                return new DocumentedBody(BodyFormats.MediaTypeOf(body.Format), _members);
            case BodyKind.Media:
                return new DocumentedBody(body.MediaType ?? "", _members);
            default:
                return null;
        }
    }

    private void Add(EquatableArray<RowDeclaration> rows, TypeScope scope, int depth, bool areFields = false)
    {
        foreach (var row in rows)
        {
            if (_members.Count == MostMembers)
                return;
            var isRequired = areFields ? Presence.IsRequiredParameter(row) : !Presence.MayBeAbsent(row, isRequest);
            _members.Add(Member(depth == 0 ? As(row) : row, depth, isRequired, areFields));
            if (depth < MaximumDepth)
                AddOf(row.Type, row.Members, scope, depth + 1);
        }
    }

    private DocumentedMember Member(RowDeclaration row, int depth, bool isRequired, bool isField)
        => new(depth, row.Name, TypeNotation.Of(row), isRequired, row.Description)
        {
            LinksTo = row.Link,
            Value = ValueNotation.Of(api, row, isArgument: isField),
        };

    // The row with the printed facts of this section.
    private RowDeclaration As(RowDeclaration row)
    {
        foreach (var value in _printed)
        {
            if (value.Name == row.Name)
            {
                return row with
                {
                    Constant = value.Constant ?? row.Constant,
                    HasNullConstant = value.HasNullConstant || row.HasNullConstant,
                    Link = value.Link ?? row.Link,
                    Description = value.Description ?? row.Description,
                };
            }
        }

        return row;
    }

    // The members of the single form of the type, or of its items. Alternatives are on separate pages.
    private void AddOf(TypeReference type, EquatableArray<RowDeclaration>? members, TypeScope scope, int depth)
    {
        if (_types.Resolve(type, scope, members).Forms is not [var form] || !_open.Add(form))
            return;
        if (form.Kind is TypeKind.Object or TypeKind.Tuple)
            Add(form.Rows ?? [], form.Scope, depth);
        else if (form.Kind is TypeKind.List or TypeKind.Map)
            AddOf(form.Type.Arguments[0], form.Rows, form.Scope, depth);
        _open.Remove(form);
    }
}
