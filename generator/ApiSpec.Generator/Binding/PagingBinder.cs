using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines how the list of a section is read page by page.</summary>
internal sealed class PagingBinder(
    ApiScope scope, SpecSource source, BoundParameters parameters, CodeType? body, EquatableArray<FormField> fields, OperationResponse response,
    ResponseHeaderReaders? headers)
{
    private static readonly string[] RequestRoles = ["offset", "page", "size", "cursor"];

    // The number of the first page if it is not printed. Many references count from 0: then, the client assumes one skipped page too few, which loses no item.
    private const long UnknownFirstPage = 1;

    // The usual names in references, in lower case and letters only.
    private static readonly string[] PageNames = ["page", "pageno", "pagenum", "pagenumber", "pageindex"];
    private static readonly string[] OffsetNames = ["offset", "skip", "startindex"];

    private readonly PagingDeclaration? _paging = source.File.Section!.Paging;

    public PagedList? Bind()
    {
        if (_paging is null || !Roles("offset", "page", "cursor", "next").Any())
            return null;
        if (response.Type is { IsUnread: true } || (response.Type is null && source.File.Section!.Response is { Kind: BodyKind.SameAs }))
            return null;
        if (Role("next") is { } range && Role("cursor") is null && NextPage.ContentRange.Equals(range, StringComparison.OrdinalIgnoreCase))
            return Refuse("'next: " + range + "' needs 'cursor', the header of the request that contains the range");
        var receivers = NextPage.ReceiversOf(scope, source.File.Section!);
        if (receivers.Count > 1)
            return Refuse("'" + Role("next") + "' ('next') is a number; keep 'page' or 'offset', the one that receives it");
        if (FindTwice() is { } twice)
            return Refuse("'" + twice.Name + "' has two roles under 'paging:', '" + twice.First + "' and '" + twice.Second + "'; keep one of them");
        if (response is not { Kind: ResponseKind.Json, Type: { } type })
            return Refuse("the response is not one JSON object or list");
        if (BindItems(type) is not { } items)
            return null;
        if (Role("more") is not null && Role("last") is not null)
            return Refuse("'more' and 'last' state the same fact; keep one of them");
        var item = items.Type.Element!;
        var total = BindFact(type, item, "total", CodeTypeKind.Int32, CodeTypeKind.Int64);
        var more = BindFact(type, item, "more", CodeTypeKind.Boolean) ?? BindFact(type, item, "last", CodeTypeKind.Boolean);
        var receiver = receivers.Count == 0 ? null : receivers[0];
        var model = new PagedList
        {
            Style = Role("next") is not null ? receiver is null ? PagingStyle.Link : PagingStyle.Cursor
                : Role("page") is null ? PagingStyle.Offset
                : PagingStyle.Page,
            Item = item,
            Items = items.Expression,
            Total = total,
            More = more,
        };
        var bound = model.Style switch
        {
            PagingStyle.Link when FindHeader(type) is { } header => model with { Style = PagingStyle.LinkHeader, NextName = header },
            PagingStyle.Link => Member(type, "next", CodeTypeKind.String) is { } link ? model with { Next = link.Expression, NextName = Role("next") } : null,
            PagingStyle.Cursor when NameInItem(type, "next") is { } inItem
                && (FindHeader(type) is null || MemberPath.Find(scope, model.Item, inItem, intoTuples: true) is not null)
                => BindKeyset(model, inItem),
            PagingStyle.Cursor => BindCursor(model, type, receiver!),
            PagingStyle.Page => BindNumber(model, "page"),
            _ => Role("offset") is null ? Refuse("'cursor' needs 'next', the member that contains the token") : BindNumber(model, "offset"),
        };
        return bound is { Value.InQuery: true } ? WithOthers(bound) : bound;
    }

    /// <summary>Returns a parameter with two roles in a request. One value cannot serve both.</summary>
    private (string Name, string First, string Second)? FindTwice()
    {
        var requestRoles = _paging!.Roles.Where(static role => RequestRoles.Contains(role.Role)).ToList();
        foreach (var role in requestRoles)
        {
            var first = requestRoles.First(other => string.Equals(other.Name, role.Name, StringComparison.Ordinal));
            if (!ReferenceEquals(first, role))
                return (role.Name, first.Role, role.Role);
        }

        return null;
    }

    /// <summary>
    /// Adds other parameters that select a page. References often have two ways to page, and a call can set either parameter. The client continues with the one
    /// that the call sets, and clears the other, so that a request never selects two different pages.
    /// </summary>
    private PagedList WithOthers(PagedList bound)
    {
        var page = Position("page", PageNames, bound);
        var offset = Position("offset", OffsetNames, bound);
        var cleared = new[] { page, offset }.Where(static other => other is not null).Select(static other => other!.Name).ToEquatableArray();
        var other = bound.Style switch
        {
            PagingStyle.Offset when page is not null
                => bound with
                {
                    Style = PagingStyle.Page,
                    Value = InQuery(page),
                    Start = PrintedNumber(PrintedDefault(page.WireName)) ?? UnknownFirstPage,
                    Cleared = [bound.Value!.Parameter!.Name],
                },
            PagingStyle.Page when offset is not null
                => bound with { Style = PagingStyle.Offset, Value = InQuery(offset), Start = 0, Cleared = [bound.Value!.Parameter!.Name] },
            _ => null,
        };
        return bound with { Other = other, Cleared = cleared };
    }

    private OperationParameter? Position(string role, string[] names, PagedList bound)
    {
        bool IsNamed(OperationParameter parameter) => Role(role) is { } name
            ? string.Equals(parameter.WireName, name, StringComparison.Ordinal)
            : names.Contains(new string([.. parameter.WireName.Where(char.IsLetter)]).ToLowerInvariant());
        return parameters.Query!.Members.FirstOrDefault(parameter =>
            InQuery(parameter).Kind is CodeTypeKind.Int32 or CodeTypeKind.Int64
            && !ReferenceEquals(parameter, bound.Value!.Parameter)
            && !IsOfAnotherRole(parameter, role)
            && IsNamed(parameter));
    }

    private bool IsOfAnotherRole(OperationParameter parameter, string role)
        => _paging!.Roles.Any(other =>
            other.Role != role && RequestRoles.Contains(other.Role) && string.Equals(other.Name, parameter.WireName, StringComparison.Ordinal));

    /// <summary>Returns the list of a response that has a member for its items, but no way to get another page.</summary>
    public Envelope? FindEnvelope()
        => _paging is not null && !Roles("offset", "page", "cursor", "next").Any() && response is { Kind: ResponseKind.Json, Type: { } type }
            && Member(type, "items", CodeTypeKind.List) is { Type.Element: { Kind: CodeTypeKind.Record, IsNullable: false } item } items
            && items.Expression.IndexOf('?') < 0
                ? new Envelope(Role("items")!, item)
                : null;

    private (string Expression, CodeType Type)? BindItems(CodeType type)
    {
        if (Role("items") is not null)
            return Member(type, "items", CodeTypeKind.List);
        if (type.Kind == CodeTypeKind.List)
            return ("", type);
        Refuse("'items' is missing, the member that contains the items");
        return null;
    }

    private PagedList? BindCursor(PagedList model, CodeType type, string role)
    {
        if (Selected(role, CodeTypeKind.String, CodeTypeKind.Int32, CodeTypeKind.Int64) is not { } cursor)
            return null;
        if (FindHeader(type) is { } header)
        {
            if (!NextPage.ContentRange.Equals(header, StringComparison.OrdinalIgnoreCase))
                return model with { Style = PagingStyle.CursorHeader, Value = cursor, NextName = header };
            return cursor.Kind == CodeTypeKind.String
                ? model with { Style = PagingStyle.Range, Value = cursor, NextName = header }
                : Refuse("'" + Role(role) + "' ('" + role + "') is not a string, but receives a range");
        }

        CodeTypeKind[] kinds = cursor.Kind == CodeTypeKind.String ? [CodeTypeKind.String] : [CodeTypeKind.Int32, CodeTypeKind.Int64];
        if (Member(type, "next", kinds) is not { } next)
            return null;
        return cursor.Kind == CodeTypeKind.Int32 && next.Type.Kind == CodeTypeKind.Int64
            ? Refuse("'" + Role("next") + "' ('next') is a long, but '" + Role(role) + "' is an int")
            : model with { Value = cursor, Next = next.Expression, NextName = Role("next") };
    }

    // A member with this name takes precedence, because a table is more specific than a list of headers.
    private string? FindHeader(CodeType type) => FindHeader(type, "next");

    private string? FindHeader(CodeType type, string role)
        => MemberPath.Find(scope, type, Role(role)!, intoTuples: true) is not null
            ? null
            : Headers().FirstOrDefault(name => string.Equals(name, Role(role), StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Headers()
        => source.File.Section!.Statuses.Rows.Where(static row => row.IsResult).SelectMany(static row => row.Headers).Select(static row => row.Name);

    // Returns the name of an item's member, if the role names one: 'volumes.volumeId', or only the member if the response is the list itself.
    private string? NameInItem(CodeType type, string role)
    {
        var name = Role(role)!;
        if (Role("items") is not { } items)
            return type.Kind == CodeTypeKind.List ? name : null;
        return name.Length > items.Length + 1 && name.StartsWith(items + ".", StringComparison.Ordinal) ? name.Substring(items.Length + 1) : null;
    }

    /// <summary>Returns where pages state a fact about the whole list; null: no page does, or not in a suitable type.</summary>
    private PageFact? BindFact(CodeType type, CodeType item, string role, params CodeTypeKind[] kinds)
    {
        if (Role(role) is not { } name)
            return null;
        var saysLast = role == "last";
        // A number in the last item counts nothing that is outside the item.
        if (role != "total" && NameInItem(type, role) is { } inItem && MemberPath.Find(scope, item, inItem, intoTuples: true) is { } ofItem)
            return IsOfKind(ofItem.Type, role, kinds) ? new PageFact { MemberOfLastItem = ofItem.Expression, SaysLast = saysLast } : null;
        if (FindHeader(type, role) is not { } header)
            return Member(type, role, kinds, Headers(), role == "total" ? null : item) is { } member
                ? new PageFact { Member = member.Expression, SaysLast = saysLast }
                : null;
        // A header whose type has no accessor has been reported.
        return headers?.Headers.FirstOrDefault(reader => string.Equals(reader.WireName, name, StringComparison.OrdinalIgnoreCase)) is { } reader
            && IsOfKind(reader.Type, role, kinds)
                ? new PageFact { Header = header, Words = reader.Type.Words, SaysLast = saysLast }
                : null;
    }

    private PagedList? BindKeyset(PagedList model, string name)
    {
        if (Selected("cursor", CodeTypeKind.String, CodeTypeKind.Int32, CodeTypeKind.Int64) is not { } cursor)
            return null;
        if (MemberPath.Find(scope, model.Item, name, intoTuples: true) is not { } key)
        {
            scope.Report.Add(
                SpecRules.NameWithoutRow, source.Path, _paging!.Pointer + "/next", name, "member of the items",
                scope.Report.Hint(name, MembersOf(model.Item)));
            return null;
        }

        if (key.Type.IsUnread)
            return null;
        return key.Type.Kind == cursor.Kind
            ? model with { Style = PagingStyle.Keyset, Value = cursor, Next = key.Expression, NextName = Role("next") }
            : Refuse("'" + name + "' ('next') has another type than '" + Role("cursor") + "'");
    }

    private PagedList? BindNumber(PagedList model, string role)
    {
        if (Selected(role, CodeTypeKind.Int32, CodeTypeKind.Int64) is not { } number)
            return null;
        if (role == "page" && Find("offset") is { } other && (IsInBody(number) || IsInBody(other)))
            return Refuse("'" + Role(role) + "' and '" + Role("offset") + "' are not both in the query; keep the one that programs use");
        if (number is { IsOptional: true, Default: not null } && PrintedNumber(number.Default) is null)
            return Refuse("the default of '" + Role(role) + "' is a word, so the first page has no number; leave out '" + role + "'");
        // An offset counts skipped items, so it starts with zero. Some references count pages from 0 and some from 1.
        if (PrintedNumber(number.Default) is null && model.Style == PagingStyle.Page && number.IsOptional)
            return Refuse("the number of the first page is not stated; write 'default' in the row '" + Role(role) + "'");
        return model with
        {
            Value = number,
            Start = PrintedNumber(number.Default) ?? (model.Style == PagingStyle.Page ? UnknownFirstPage : 0),
        };
    }

    private static long? PrintedNumber(string? text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? PrintedDefault(string? name)
        => scope.QueryRows(source.File.Section!).Concat(scope.HeaderRows(source.File.Section!))
            .FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.Ordinal))?.Default;

    private PagingValue InQuery(OperationParameter parameter)
        => new(parameter.Type, parameter.WireName) { Parameter = parameter, InQuery = true, IsOptional = true, Default = PrintedDefault(parameter.WireName) };

    /// <summary>Returns the parameter, form field or member of the body that has a role in requests; null: there is none.</summary>
    private PagingValue? Find(string role)
    {
        if (Role(role) is not { } name)
            return null;
        bool IsNamed(OperationParameter parameter) => string.Equals(parameter.WireName, name, StringComparison.Ordinal);
        if (parameters.Query?.Members.FirstOrDefault(IsNamed) is { } optional)
            return InQuery(optional);
        if (parameters.Required.FirstOrDefault(IsNamed) is { } required)
            return new PagingValue(required.Type, name) { Parameter = required, Default = PrintedDefault(name) };
        var single = fields.Where(static field => field is { Constant: null, IsJson: false, RepeatedName: null, Names: null });
        if (single.FirstOrDefault(field => IsNamed(field.Parameter)) is { } field)
            return new PagingValue(field.Parameter.Type, name)
            {
                Parameter = field.Parameter,
                IsOptional = field.IsOptional,
                Default = source.File.Section!.Body!.Members.FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.Ordinal))?.Default,
            };
        return body is { IsUnread: false } && MemberPath.Members(scope, body, name) is { } path && path.All(IsSetByProgram) ? InBody(path, name) : null;
    }

    private bool IsInBody(PagingValue value) => value.Member is not null || fields.Any(field => ReferenceEquals(field.Parameter, value.Parameter));

    private static bool IsSetByProgram(RecordMember member) => member is { Constant: null, HasNullConstant: false, IsReadOnly: false, IsFixed: false };

    private PagingValue InBody(IReadOnlyList<RecordMember> path, string name)
    {
        var member = path[path.Count - 1];
        var holders = path.Take(path.Count - 1).ToList();
        // The client adds a missing object, and has no values for its other members.
        var incomplete = holders.Find(
            step => CanBeMissing(step) && scope.Records.Find(step.Type)!.Members.Any(static inner => inner.MustBeSetByProgram));
        return new PagingValue(path.Any(static step => step.Type.IsUnread) ? CodeType.Unread : member.Type, name)
        {
            Member = new BodyMember(holders.Select(static step => new BodyHolder(step.Name, CanBeMissing(step))).ToEquatableArray(), member.Name),
            IsOptional = path.Any(CanBeMissing),
            Default = member.Default,
            Incomplete = incomplete?.WireName,
        };
    }

    private static bool CanBeMissing(RecordMember member) => member.IsOptional || member.Type.IsNullable;

    private PagingValue? Selected(string role, params CodeTypeKind[] kinds)
    {
        var found = Find(role);
        if (found is { Incomplete: { } incomplete })
        {
            Refuse("'" + incomplete + "' can be missing, and has required members");
            return null;
        }

        if (found is not null && kinds.Contains(found.Kind) && !found.Type.IsUnread)
            return found;
        // A row that could not be read has been reported. An unknown name can be part of an undeclared set, which has been reported as well.
        if (found is { Type.IsUnread: true } || (found is null && (scope.HasUnknownSet(source.File.Section!) || body is { IsUnread: true })))
            return null;
        Refuse("'" + Role(role) + "' ('" + role + "') is not a parameter or body member of type "
            + (kinds.Contains(CodeTypeKind.String) ? "string, int or long" : "int or long"));
        return null;
    }

    /// <summary>Returns the C# expression that selects the member with a role from a page; null if no member has the role, or none has a suitable
    /// type.</summary>
    private (string Expression, CodeType Type)? Member(CodeType page, string role, params CodeTypeKind[] kinds) => Member(page, role, kinds, [], null);

    private (string Expression, CodeType Type)? Member(
        CodeType page, string role, CodeTypeKind[] kinds, IEnumerable<string> headers, CodeType? item)
    {
        if (Role(role) is not { } name)
            return null;
        if (MemberPath.Find(scope, page, name, intoTuples: true) is not { } found)
        {
            if ((source.File.Section!.Response is not { Kind: BodyKind.Members } || name.IndexOf('.') > 0) && !MemberPath.EndsUnread(scope, page, name))
            {
                var candidates = MembersOf(page).Concat(headers)
                    .Concat(item is null ? [] : MembersOf(item).Select(member => Role("items") is { } items ? items + "." + member : member));
                scope.Report.Add(
                    SpecRules.NameWithoutRow, source.Path, _paging!.Pointer + "/" + role, name, headers.Any() ? "response member or header" : "response member",
                    scope.Report.Hint(name, candidates));
            }

            return null;
        }

        return IsOfKind(found.Type, role, kinds) ? found : null;
    }

    private IEnumerable<string> MembersOf(CodeType type) => scope.Records.Find(type)?.Members.Select(static member => member.WireName) ?? [];

    private bool IsOfKind(CodeType type, string role, CodeTypeKind[] kinds)
    {
        if (type.IsUnread)
            return false;
        if (kinds.Contains(type.Kind))
            return true;
        Refuse("'" + Role(role) + "' ('" + role + "') is not a "
            + (kinds[0] switch { CodeTypeKind.List => "list", CodeTypeKind.Boolean => "boolean", CodeTypeKind.String => "string", _ => "whole number" }));
        return false;
    }

    private PagedList? Refuse(string reason)
    {
        scope.Report.Add(SpecRules.MethodLeftOut, source.Path, _paging!.Pointer, "reads all pages", reason);
        return null;
    }

    private string? Role(string role) => _paging!.Roles.FirstOrDefault(candidate => string.Equals(candidate.Role, role, StringComparison.Ordinal))?.Name;

    private IEnumerable<string> Roles(params string[] roles) => roles.Where(role => Role(role) is not null);
}
