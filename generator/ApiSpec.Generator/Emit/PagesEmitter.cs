using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the methods that read a list page by page, and the description of its paging.</summary>
internal static class PagesEmitter
{
    public static void WriteMethods(CodeWriter writer, OperationSignature signature, PagedList paging)
    {
        foreach (var ofItems in new[] { false, true })
        {
            writer.Write();
            if (signature.OmitsQuery)
                writer.Write($$"""/// <inheritdoc cref="{{Cref(new OperationSignature(signature.Operation, signature.Types), ofItems)}}"/>""");
            else
                WriteDocumentation(writer, signature, paging, ofItems);
            OperationMethodsEmitter.WriteAttributes(writer, signature, followsLink: false);
            var method = ofItems ? "EnumerateItemsAsync" : "EnumeratePagesAsync";
            var pages = $"{signature.Description}.Pages({signature.PassParameters(followsLink: false)})";
            writer.Write($$"""
                public {{Signature(signature, paging, ofItems)}}
                    => _connection.{{method}}({{signature.Description}}.Call, {{pages}}, cancellationToken){{(!ofItems && MayLackBody(signature) ? "!" : "")}};
                """);
        }
    }

    /// <summary>The methods, as the interface declares them.</summary>
    public static IEnumerable<InterfaceMember> Members(OperationSignature signature, PagedList paging)
    {
        foreach (var ofItems in new[] { false, true })
        {
            yield return new InterfaceMember(
                Cref(signature, ofItems),
                Signature(signature, paging, ofItems),
                InterfaceMember.BodyOf(signature, followsLink: false, $"{signature.Operation.Method}{Suffix(ofItems)}", signature.Names(followsLink: false)),
                writer => OperationMethodsEmitter.WriteAttributes(writer, signature, followsLink: false))
            {
                IsPreferred = signature.NeedsPriority(followsLink: false),
            };
        }
    }

    private static void WriteDocumentation(CodeWriter writer, OperationSignature signature, PagedList paging, bool ofItems)
    {
        OperationMethodsEmitter.WriteDescription(writer, signature, followsLink: false);
        writer.WriteElement("returns", "", ofItems
            ? "The items of all pages. Nothing is sent before the first is asked for, and a page only when those before it are used up."
            : "The pages. Nothing is sent before the first is asked for, and each only when it is asked for.");
        OperationMethodsEmitter.WriteStatusExceptions(writer, signature.Operation);
        GroupRuleEmitter.WriteDocumentation(writer, signature.Operation, followsLink: false);
        if (paging.Style is PagingStyle.Link or PagingStyle.LinkHeader)
            writer.WriteElement(
                "exception", " cref=\"global::ApiSpec.ApiLinkException\"", $"The '{paging.NextName}' of a page does not point to this operation.");
        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiCallException\"",
            "The server could not be reached, took too long, or contradicted the reference; it does that, too, where it gives a page again.");
    }

    private static string Cref(OperationSignature signature, bool ofItems)
    {
        var type = signature.Operation.Context.GlobalPrefix + signature.Operation.GroupClass;
        return $"{type}.{signature.Operation.Method}{Suffix(ofItems)}({signature.CrefParameters(followsLink: false)})";
    }

    private static string Suffix(bool ofItems) => ofItems ? "ItemsAsync" : "PagesAsync";

    /// <summary>Writes the description of how to get the next page.</summary>
    public static void WriteDescription(CodeWriter writer, OperationSignature signature, PagedList paging)
    {
        var item = signature.Types.Of(paging.Item);
        var type = $"{ApiPages}<{signature.BodyType}, {item}>";
        var page = signature.Local("page");
        var at = signature.Local("at");
        var given = MayLackBody(signature) ? $"{page}!" : page;
        var items = paging.Items.Length == 0 ? given : $"{given}{paging.Items} ?? global::ApiSpec.ApiList<{item}>.Empty";
        var one = signature.Local("item");
        var key = paging.Style == PagingStyle.Keyset ? $",\n        static {one} => {one}{(paging.Item.IsNullable ? "?" : "")}{paging.Next}" : "";
        writer.Write($$"""
            internal static {{type}} Pages({{signature.DeclareRequestParameters(followsLink: false)}})
                => new {{type}}(
                    CreateRequest({{signature.ForwardParameters(followsLink: false)}}),
                    static {{page}} => {{items}},
                    ({{page}}, {{at}}) => {{Next(signature, paging, given, at)}}{{key}});
            """);
    }

    private static string Next(OperationSignature signature, PagedList paging, string page, string at)
    {
        if (paging.Style is not (PagingStyle.Offset or PagingStyle.Page))
            return EndOfNamed(signature, paging, page, at) + NextNamed(signature, paging, page, at);

        var next = NextNumber(signature, paging, page, at, Value(paging.Value!), CanBeNull(paging.Value!));
        if (paging.Other is not { } other)
            return next;

        // If the call sets this parameter, it selects the first page and the following pages.
        var own = signature.Local("own");
        return $$"""
            {{Value(other.Value!)}} is { } {{own}}
                        ? {{NextNumber(signature, other, page, at, own, canBeNull: false)}}
                        : {{next}}
            """;
    }

    /// <summary>Writes the request for a page that the page before it names.</summary>
    private static string NextNamed(OperationSignature signature, PagedList paging, string page, string at)
    {
        switch (paging.Style)
        {
            case PagingStyle.Link:
                return $"{at}.Follow({page}{paging.Next}, {SafeText.Literal(paging.NextName)})";
            case PagingStyle.LinkHeader:
                return $"{at}.FollowHeader({SafeText.Literal(paging.NextName)})";
            case PagingStyle.Keyset:
                var last = signature.Local("last");
                var type = paging.Value!.Kind switch { CodeTypeKind.String => "string { Length: > 0 }", CodeTypeKind.Int32 => "int", _ => "long" };
                return $"{at}.LastKey is {type} {last} ? {Request(signature, paging, last)} : null";
            case PagingStyle.CursorHeader or PagingStyle.Range:
                var given = signature.Local("cursor");
                var method = paging.Style == PagingStyle.Range ? "NextRange"
                    : paging.Value!.Kind switch { CodeTypeKind.String => "HeaderText", CodeTypeKind.Int32 => "HeaderInt32", _ => "HeaderNumber" };
                return $"{at}.{method}({SafeText.Literal(paging.NextName)}) is {{ }} {given} ? {Request(signature, paging, given)} : null";
            default:
                var cursor = signature.Local("cursor");
                var pattern = paging.Value!.Kind == CodeTypeKind.String ? "{ Length: > 0 }" : "{ }";
                return $"{page}{paging.Next} is {pattern} {cursor} ? {Request(signature, paging, cursor)} : null";
        }
    }

    private static string EndOfNamed(OperationSignature signature, PagedList paging, string page, string at)
    {
        if (paging.Style == PagingStyle.Keyset && (paging.Total ?? paging.More) is not null)
        {
            // If the call itself starts after an item, the number of items before it is unknown.
            var start = Value(paging.Value!);
            var skipped = CanBeNull(paging.Value!) ? $"{start} is null ? 0L : null" : "null";
            return $"{at}.IsLast({Total(paging, page, at)}, {More(signature, paging, page, at)}, {skipped}) ? null : ";
        }

        // A link or a token counts more than a total.
        return paging.More is null || paging.Style == PagingStyle.Keyset ? "" : $"{More(signature, paging, page, at)} == false ? null : ";
    }

    private static string Total(PagedList paging, string page, string at) => paging.Total switch
    {
        null => "null",
        { Header: { } header } => $"{at}.HeaderNumber({SafeText.Literal(header)})",
        { Member: var member } => page + member,
    };

    private static string More(OperationSignature signature, PagedList paging, string page, string at)
    {
        if (paging.More is not { } more)
            return "null";
        var item = signature.Local("item");
        var value = more switch
        {
            { Header: { } header } => $"{at}.HeaderBoolean({string.Join(", ", more.Words.Prepend(header).Select(SafeText.Literal))})",
            { MemberOfLastItem: { } member }
                => $"{ApiPagePosition}.OfLastItem({page}{paging.Items}, static {item} => {item}{(paging.Item.IsNullable ? "?" : "")}{member})",
            _ => page + more.Member,
        };
        return more.SaysLast ? "!" + value : value;
    }

    private static string NextNumber(OperationSignature signature, PagedList paging, string page, string at, string start, bool canBeNull)
    {
        var isOffset = paging.Style == PagingStyle.Offset;
        var (total, more) = (Total(paging, page, at), More(signature, paging, page, at));
        var first = $"{paging.Start.ToString(CultureInfo.InvariantCulture)}L";
        string skipped;
        if (paging.Value!.CanBeWord)
        {
            skipped = $"{ApiPagePosition}.Skipped({start}, {first})";
            start = $"{ApiPagePosition}.Start({start}, {first}, {SafeText.Literal(paging.Value.WireName)})";
        }
        else
        {
            start = canBeNull ? $"({start} ?? {first})" : start;
            skipped = $"{start} - {first}";
        }

        var end = isOffset ? $"IsLast({total}, {more}, {skipped})"
            : paging.Total is null ? $"IsLastPage(null, {more}, 0)"
            : $"IsLastPage({total}, {more}, {skipped})";
        var value = $"{start} + {at}.{(isOffset ? "Items" : "Pages")}";
        var number = $"checked({(paging.Value!.Kind == CodeTypeKind.Int32 ? "(int)" : "")}({value}))";
        return $"{at}.{end} ? null : {Request(signature, paging, number)}";
    }

    private static string Value(PagingValue value)
    {
        if (value.Member is not { } member)
            return value.InQuery ? $"query?.{value.Parameter!.Name}" : value.Parameter!.Name;
        var path = $"body.{string.Concat(member.Holders.Select(static holder => holder.Name + "?."))}{member.Name}";
        // Whether the object of a member is missing is not known to the compiler in all cases.
        return value.Kind == CodeTypeKind.String || value.CanBeWord ? path : "(long?)" + path;
    }

    private static bool CanBeNull(PagingValue value) => value.Member is not null || value.IsOptional || value.Type.IsNullable;

    private static string Request(OperationSignature signature, PagedList paging, string value)
    {
        if (paging.Value!.Member is { } member)
            return Call(signature, signature.Parameters(followsLink: false)
                .Select(parameter => parameter.IsBody ? Changed("body", member, 0, value) : parameter.Name));
        var changes = $"{paging.Value.Parameter!.Name} = {value}{string.Concat(paging.Cleared.Select(static name => $", {name} = null"))}";
        var arguments = signature.Parameters(followsLink: false).Select(parameter =>
            ReferenceEquals(parameter.Value, paging.Value.Parameter) ? value
            : paging.Value.InQuery && parameter.Value is null && !parameter.IsBody ? $$"""(query ?? new {{signature.QueryType}}()) with { {{changes}} }"""
            : parameter.Name);
        return Call(signature, arguments);
    }

    private static string Call(OperationSignature signature, IEnumerable<string> arguments)
        => $"CreateRequest({signature.InZone(arguments, signature.Zone)})";

    // A copy of the body, and of the objects on the path to the member.
    private static string Changed(string value, BodyMember member, int depth, string page)
    {
        if (depth == member.Holders.Count)
            return $$"""{{value}} with { {{member.Name}} = {{page}} }""";
        var holder = member.Holders[depth];
        var inner = $"{value}.{holder.Name}";
        return $$"""{{value}} with { {{holder.Name}} = {{Changed(holder.CanBeMissing ? $"({inner} ?? new())" : inner, member, depth + 1, page)}} }""";
    }

    private static string Signature(OperationSignature signature, PagedList paging, bool ofItems)
    {
        var element = signature.Types.Of(ofItems ? paging.Item : signature.Operation.Response.Type!);
        return $"{RuntimeTypes.AsyncEnumerable}<{element}> {signature.Operation.Method}{Suffix(ofItems)}({signature.DeclareParameters(followsLink: false)})";
    }

    // A result without a body is not a page, so the list ends.
    private static bool MayLackBody(OperationSignature signature) => signature.Operation.Response is { MayLackBody: true, Type.IsNullable: false };
}
