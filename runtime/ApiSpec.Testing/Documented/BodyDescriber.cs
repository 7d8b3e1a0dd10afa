using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>Lists the members of a body, those of the schemas that it names below the rows that name them.</summary>
internal sealed class BodyDescriber(StubApi api)
{
    private const int MaximumDepth = 8;

    // A page is for people; tables that name each other several times would fill it for ever.
    private const int MostMembers = 2_000;
    private readonly List<DocumentedMember> _members = [];

    // A schema that holds itself is shown once.
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public DocumentedBody? Describe(BodyDeclaration? body)
    {
        switch (body?.Kind)
        {
            case BodyKind.Members:
                Add(body.Members, TypeScope.Empty, 0);
                return new DocumentedBody("object", _members);
            case BodyKind.Type:
                AddOf(body.Type!, [], TypeScope.Empty, 0);
                return new DocumentedBody(TypeNotation.Of(body.Type!), _members);
            case BodyKind.Media:
                Add(body.Parts, TypeScope.Empty, 0);
                return new DocumentedBody(body.MediaType ?? "", _members);
            default:
                return null;
        }
    }

    private void Add(EquatableArray<RowDeclaration> rows, TypeScope scope, int depth)
    {
        foreach (var row in rows)
        {
            if (_members.Count == MostMembers)
                return;
            _members.Add(new DocumentedMember(depth, row.Name, TypeNotation.Of(row), !row.IsOptional && !Presence.IsConditional(row), row.Description));
            if (depth < MaximumDepth)
                AddOf(row.Type, row.Members, scope, depth + 1);
        }
    }

    private void AddOf(TypeReference type, EquatableArray<RowDeclaration> members, TypeScope scope, int depth)
    {
        switch (type.Kind)
        {
            case TypeKind.Object:
                Add(members, scope, depth);
                break;
            case TypeKind.Nullable or TypeKind.List or TypeKind.Map:
                AddOf(type.Arguments[0], members, scope, depth);
                break;
            case TypeKind.Named when scope.Find(type.Name!) is { } argument:
                AddOf(argument.Type, members, argument.Scope, depth);
                break;
            case TypeKind.Named when api.FindAlias(type.Name!) is { } alias && _open.Add(type.Name!):
                AddOf(alias, [], TypeScope.Empty, depth);
                _open.Remove(type.Name!);
                break;
            case TypeKind.Named when api.FindSchema(type.Name!) is { } schema && _open.Add(TypeNotation.Of(type)):
                var inner = TypeScope.Of(schema, type, scope);
                if (schema.Type is { } other)
                    AddOf(other, [], inner, depth);
                else
                    Add(schema.Members, inner, depth);
                _open.Remove(TypeNotation.Of(type));
                break;
        }
    }
}
