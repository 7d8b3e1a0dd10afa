using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>
/// Resolves the body of a section. It follows <c>same as Group.Method</c> to other sections, and applies <c>required</c> and <c>with</c> to the members of
/// a shared schema.
/// </summary>
internal static class BodyReference
{
    // The limit ends a hostile chain. No real reference has that many sections in one.
    private const int MaxSections = 1_000;

    /// <summary>
    /// Follows <c>same as</c> to the section that describes the body, over any number of sections, and applies <c>required</c> and <c>with</c> to its
    /// table.
    /// </summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="body">The body as written in the section, or null.</param>
    /// <param name="isRequest">Whether the body is sent. <c>same as</c> then means the JSON response of the other operation, or else its request body.</param>
    /// <returns>Null: there is no body. The kind is <see cref="BodyKind.Unknown"/> if <c>same as</c> names an operation that is not described, or refers to
    /// itself.</returns>
    public static BodyDeclaration? Resolve(IApiReference api, BodyDeclaration? body, bool isRequest)
    {
        var (described, required, requiredWhen, values) = Follow(api, body, isRequest);
        if (described is null)
            return null;
        // The body that another section describes has the format that this section states.
        var complete = Complete(api, described, required, requiredWhen, values);
        return complete is { Kind: BodyKind.Members or BodyKind.Type, Format: not BodyFormat.Xml } && body!.Format == BodyFormat.Xml
            ? complete with { Format = BodyFormat.Xml } : complete;
    }

    /// <summary>Follows <c>same as</c> to the body, and to the section that lists the required members of its table.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="body">The body as written in the section, or null.</param>
    /// <param name="isRequest">Whether the body is sent.</param>
    /// <returns>The body as its section describes it, and the rules for its members.</returns>
    public static (
        BodyDeclaration? Body, EquatableArray<string> Required, EquatableArray<RequiredMember> RequiredWhen, EquatableArray<MemberValue> Values) Follow(
        IApiReference api, BodyDeclaration? body, bool isRequest)
    {
        if (body is null)
            return (null, [], [], []);
        var required = body.Required;
        var requiredWhen = body.RequiredWhen;
        var values = body.Values;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var seenResponses = new HashSet<string>(StringComparer.Ordinal);
        var start = body;
        while (body is { Kind: BodyKind.SameAs })
        {
            if (!isRequest)
            {
                body = FollowResponse(api, body, seenResponses);
                break;
            }

            if (seen.Count == MaxSections || !seen.Add(body.SameAs!) || api.FindOperation(body.SameAs!) is not { } other)
                return (Unknown(start), [], [], []);
            var response = FollowResponse(api, other.Response, seenResponses);
            if (IsTable(response) || other.Body is null)
            {
                body = response;
                break;
            }

            body = other.Body;
            if (required.Count == 0 && requiredWhen.Count == 0)
                (required, requiredWhen) = (body.Required, body.RequiredWhen);
            if (values.Count == 0)
                values = body.Values;
        }

        return (body, required, requiredWhen, values);
    }

    /// <summary>Tells whether a request body that is <c>same as</c> an operation is the JSON or XML that the operation returns. Otherwise it is what the
    /// operation takes: a text or file that an operation returns is never a request body.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="operation">The section of the operation.</param>
    public static bool IsResponse(IApiReference api, SectionDeclaration operation)
        => IsTable(FollowResponse(api, operation.Response, new HashSet<string>(StringComparer.Ordinal)));

    /// <summary>Returns the member table of a body, with aliases resolved; null: the body is not a table.</summary>
    public static ValueTable? TableOf(IApiReference api, BodyDeclaration? body)
        => TableOrTupleOf(api, body) is { IsTuple: false } table ? table : null;

    /// <summary>Returns the table of a body that is an object or an array with positions; null: it is neither.</summary>
    public static ValueTable? TableOrTupleOf(IApiReference api, BodyDeclaration? body)
    {
        var types = new TypeResolver(api);
        return body switch
        {
            { Kind: BodyKind.Members } => new ValueTable(body.Members, TypeScope.Empty, types),
            { Kind: BodyKind.Type, Type: { } type } => ValueTable.Of(types.Resolve(type, TypeScope.Empty).Forms, types),
            _ => null,
        };
    }

    private static bool IsTable(BodyDeclaration? body) => body is { Kind: BodyKind.Members or BodyKind.Type };

    private static BodyDeclaration? FollowResponse(IApiReference api, BodyDeclaration? body, HashSet<string> seen)
    {
        while (body is { Kind: BodyKind.SameAs })
        {
            if (seen.Count == MaxSections || !seen.Add(body.SameAs!) || api.FindOperation(body.SameAs!) is not { } other)
                return Unknown(body);
            body = other.Response;
        }

        return body;
    }

    // Returns the rows of the shared schema, changed as this section states.
    private static BodyDeclaration? Complete(
        IApiReference api, BodyDeclaration? body, EquatableArray<string> required, EquatableArray<RequiredMember> requiredWhen,
        EquatableArray<MemberValue> values)
    {
        if ((required.Count == 0 && requiredWhen.Count == 0 && !values.Any(static value => value.HasConstant))
            || TableOf(api, body) is not { Rows: var rows, Scope: var scope })
            return body;
        var names = new HashSet<string>(required, StringComparer.Ordinal);
        var conditions = requiredWhen.ToLookup(static member => member.Name, StringComparer.Ordinal);
        var constants = values.Where(static value => value.HasConstant).ToLookup(static value => value.Name, StringComparer.Ordinal);
        var members = rows.Select(Completed).ToEquatableArray();
        return new BodyDeclaration { Kind = BodyKind.Members, Format = body!.Format, Members = members, Pointer = body.Pointer };

        RowDeclaration Completed(RowDeclaration row)
        {
            if (names.Count > 0)
                row = names.Contains(row.Name) ? Required(row) : row with { IsOptional = true, RequiredWhen = null };
            if (conditions[row.Name].FirstOrDefault() is { } member)
                row = member.Condition is { } condition ? row with { IsOptional = true, RequiredWhen = condition } : Required(row);
            if (constants[row.Name].FirstOrDefault() is { } value)
                row = row with { Constant = value.Constant, HasNullConstant = value.HasNullConstant, IsOptional = false, RequiredWhen = null };
            return InScope(row, scope);
        }
    }

    private static RowDeclaration Required(RowDeclaration row)
        => row with { IsOptional = false, When = null, RequiredWhen = null, OnlyWhen = null, Editions = EditionRange.All };

    private static RowDeclaration InScope(RowDeclaration row, TypeScope scope) => scope == TypeScope.Empty ? row : row with
    {
        Type = scope.Apply(row.Type),
        Members = row.Members.Select(member => InScope(member, scope)).ToEquatableArray(),
    };

    private static BodyDeclaration Unknown(BodyDeclaration body) => new() { Kind = BodyKind.Unknown, Pointer = body.Pointer };
}

