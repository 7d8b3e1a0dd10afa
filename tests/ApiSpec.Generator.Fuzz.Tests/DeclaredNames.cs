using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Emit;
using ApiSpec.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>The types and members that a generated file is expected to declare according to its model, and those that it declares.</summary>
/// <remarks>
/// Names are paths from the type: <c>ActionObject.Name</c>. Names that start with an underscore are private to the type and named after a member. They are left
/// out on both sides, and so are the fields of a contract.
/// </remarks>
internal static class DeclaredNames
{
    private static readonly string[] OfEnumStruct =
    [
        ".", ".Names", ".Value", ".Text", ".ToKnown", ".TryParse", ".Equals", ".GetHashCode", ".ToString", ".==", ".!=", ".Known", ".Known.Unlisted", ".Json",
        ".JsonContract", ".JsonContract.Values", ".JsonContract.Read", ".JsonContract.CreateShape", ".JsonContract.Write",
        ".JsonContract.Describe",
    ];

    public static SortedSet<string> Of(GeneratedClient client)
    {
        var names = New(client.Context);
        var api = client.Context.ApiClass;
        names.UnionWith([
            client.Name,
            client.Name + ".",
            client.Name + ".With",
            client.Name + ".SendAsync",
            client.Name + ".Dispose",
            "I" + client.Name,
            "I" + client.Name + ".With",
            "I" + client.Name + ".SendAsync",
            client.Name + "Base",
            client.Name + "Base.With",
            client.Name + "Base.SendAsync",
        ]);
        names.UnionWith([api, api + ".Description", api + ".Operations", api + ".OperationIndex", api + ".OperationIndex.All"]);
        names.UnionWith(client.Sessions.Select(session => api + "." + session.Name));
        foreach (var group in client.Groups)
        {
            names.UnionWith([client.Name + "." + group.Name, "I" + client.Name + "." + group.Name, client.Name + "Base." + group.Name, api + "." + group.Name]);
            names.UnionWith([
                group.ClassName,
                group.ClassName + ".",
                group.ClassName + ".With",
                group.InterfaceName,
                group.InterfaceName + ".With",
                group.ClassName + "Base",
                group.ClassName + "Base.With",
            ]);
        }

        if (client.RolesEnum is { } roles)
            names.UnionWith(client.Roles.Select(role => roles + "." + role.CSharpName).Concat([roles, roles + ".None"]));
        return names;
    }

    public static SortedSet<string> Of(ServiceRegistration service)
    {
        var type = service.ClientName + "ServiceCollectionExtensions";
        var names = Type(
            service.Context, type,
            [
                "HttpClientName", "Add", "Add" + service.ClientName, "AddKeyed" + service.ClientName, "Create", "OptionsOf", "Validation", "Validation.",
                "Validation.Validate",
                "LogWithoutSecrets", "LogWithoutSecrets.", "LogWithoutSecrets.Configure", "LogWithoutSecrets.LogOf",
                "HeaderlessLog", "HeaderlessLog.", "HeaderlessLog.BeginScope", "HeaderlessLog.IsEnabled", "HeaderlessLog.Log",
            ]);
        if (service.IsResilient)
            names.Add(type + ".TellWhatMayBeRepeated");
        return names;
    }

    public static SortedSet<string> Of(GeneratedLog log) => Type(log.Context, log.Name, ["", "IsEnabled", "Write", "LevelOf"]);

    public static SortedSet<string> Of(GeneratedOpenApi openApi)
        => Type(
            openApi.Context, openApi.Name,
            [openApi.Method, "UseAsync", "ElementAsync", "Describe", "Read", "Copy", "Types", "Types.Components", "Types.Unnamed"]);

    // Groups and their classes get longer names if the fake uses the short one.
    public static SortedSet<string> Of(GeneratedFake fake)
    {
        var names = Type(fake.Context, fake.Name, ["", "StartAsync", "CreateClient"]);
        foreach (var group in fake.Operations.GroupBy(static operation => operation.Group, StringComparer.Ordinal))
        {
            foreach (var longer in Enumerable.Range(0, fake.Operations.Count + 2).Select(static count => string.Concat(Enumerable.Repeat("Group", count))))
            {
                var type = fake.Name + "." + group.Key + "Operations" + longer;
                names.UnionWith([fake.Name + "." + group.Key + longer, type, type + "."]);
                names.UnionWith(group.Select(operation => type + "." + operation.Method));
            }
        }

        return names;
    }

    public static SortedSet<string> Of(GeneratedSource source, TargetFramework target)
        => new(
            source.Elements.SelectMany(element => element switch
            {
                GeneratedOperation operation => Of(operation),
                GeneratedRecord record => Of(record, target),
                GeneratedUnion union => Of(union, target),
                GeneratedOpenEnum openEnum => Of(openEnum, target),
                GeneratedConstants constants => Type(constants.Context, constants.Name, constants.Values.Select(static value => value.Name)),
                GeneratedFilter filter => Of(filter),
                _ => throw new ArgumentException("Unknown element " + element.GetType(), nameof(source)),
            }),
            StringComparer.Ordinal);

    public static SortedSet<string> OfFilters(GeneratedSource source)
        => new(source.Elements.OfType<GeneratedFilter>().SelectMany(Of), StringComparer.Ordinal);

    private static SortedSet<string> Of(GeneratedOperation operation)
    {
        var names = Methods(operation);
        if (operation.Selection is { } selection)
            names.UnionWith(Methods(selection));
        if (operation.AtAddress is { } atAddress)
            names.UnionWith(Methods(atAddress));
        if (operation.Roles.Count > 0)
            names.Add(DescriptionOf(operation) + ".Roles");
        if (operation.Token is not null)
            names.Add(DescriptionOf(operation) + ".Credential");
        if (operation.Response.Results is { } results)
            names.UnionWith(results.Bodies.Select(body => results.Name + "." + body.Name).Append(results.Name));
        if (operation.Query is { } query)
            names.UnionWith(Of(operation.Context, query));
        if (operation.ResponseHeaders is { } headers)
            names.UnionWith(headers.Headers.Select(header => headers.Name + "." + header.Method).Append(headers.Name));
        names.UnionWith(operation.Statuses.Select(status => operation.StatusEnum + "." + status.CSharpName)
            .Concat([operation.StatusEnum, operation.StatusEnum + ".Undocumented"]));
        return names;
    }

    private static SortedSet<string> Methods(GeneratedOperation operation)
    {
        var names = New(operation.Context);
        var methods = new List<string> { "Async", "WithResponseAsync" };
        if (operation.Paging is not null)
            methods.AddRange(["ItemsAsync", "PagesAsync"]);
        else if (operation.Response.Items is not null)
            methods.Add("ItemsAsync");
        if (operation.DoneWhen.Count > 0)
            methods.Add("UntilDoneAsync");
        foreach (var type in new[] { operation.GroupClass, "I" + operation.GroupClass, operation.GroupClass + "Base" })
        {
            names.UnionWith(methods.Select(method => type + "." + operation.Method + method).Append(type));
            foreach (var action in operation.Actions)
                names.UnionWith([type + "." + action.Name + "Async", type + "." + action.Name + "WithAsync"]);
        }

        var description = DescriptionOf(operation);
        names.UnionWith(
            [operation.Context.ApiClass, operation.Context.ApiClass + "."
                + operation.Group, description, description + ".Operation", description + ".Call", description + ".CreateRequest"]);
        if (operation.Paging is not null)
            names.Add(description + ".Pages");
        if (operation.DoneWhen.Count > 0)
            names.Add(description + ".DoneWhen");
        if (operation.Conditions is not null)
            names.Add(description + ".Conditions");
        return names;
    }

    private static string DescriptionOf(GeneratedOperation operation) => operation.Context.ApiClass + "." + operation.Group + "." + operation.Method;

    private static SortedSet<string> Of(CodeContext context, QueryRecord query)
    {
        var names = Type(context, query.Name, query.Members.Select(static member => member.Name));
        if (query.Members.Any(static member => member.IsSecret))
            names.Add(query.Name + ".PrintMembers");
        return names;
    }

    private static SortedSet<string> Of(GeneratedRecord record, TargetFramework target)
    {
        var names = Type(
            record.Context, record.Name,
            [
                .. record.Members.Select(static member => member.Name), .. record.Patterns.Select(static pattern => pattern.Name),
                "Json", "JsonContract", "JsonContract.Members", "JsonContract.Read", "JsonContract.Write", "JsonContract.Describe",
            ]);
        names.UnionWith(ConverterOf(record.Name, target));
        if (record.IsInUnion)
            names.Add(record.Name + ".JsonContract.CreateShape");
        if (record.KeepsUnknown)
            names.Add(record.Name + ".AdditionalMembers");
        if (record.Members.Any(static member => member.IsSecret))
            names.Add(record.Name + ".PrintMembers");
        if (record.IsChecked)
        {
            names.UnionWith(CheckOf(record.Name));
            if (record.Conditions.Count > 0)
                names.Add(record.Name + ".JsonContract.Conditions");
            // A constant without a literal in C# is parsed once. One that does not fit its type is an error of the spec, and left out.
            var types = new TypeText(target);
            var values = new ValueExpressions(types);
            names.UnionWith(record.Members
                .Where(member => member.HasConstant
                    && types.Kind(member.Type) is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.DateTime or CodeTypeKind.Uuid or CodeTypeKind.Bytes
                    && values.Parse(member.Type, member.Constant!) is not null)
                .Select(member => record.Name + ".JsonContract.ConstantOf" + member.Name));
        }

        if (record.Chosen.Count > 0)
            names.Add(record.Name + ".JsonContract.Has");
        if (record.TakesOver is not null)
            names.Add(record.Name + ".implicit");
        if (record.IsSent)
            names.UnionWith(record.Members.Where(static member => member.Editions != EditionRange.All)
                .Select(member => record.Name + ".JsonContract.EditionsOf" + member.Name));
        if (record.SelectionOf is not null)
            names.Add(record.Name + (record.Members.Any(static member => member.Name == "Has") ? ".HasMember" : ".Has"));
        return names;
    }

    // The library has a converter for all types whose interface can have a static member.
    private static string[] ConverterOf(string type, TargetFramework target)
        => target.HasStaticAbstractMembers ? [] : [type + ".JsonConverter", type + ".JsonConverter."];

    private static string[] CheckOf(string type) => [type + ".JsonContract.Check", type + ".JsonContract.HasRules"];

    private static SortedSet<string> Of(GeneratedUnion union, TargetFramework target)
    {
        var names = Type(
            union.Context, union.Name,
            [
                .. union.Alternatives.Select(static alternative => alternative.Name), "", "Other",
                "Json", "JsonContract", "JsonContract.", "JsonContract.Read", "JsonContract.Write", "JsonContract.Describe",
            ]);
        names.UnionWith(ConverterOf(union.Name, target));
        if (union.Alternatives.Any(static alternative => alternative.Number is not null))
            names.Add(union.Name + ".JsonContract.CheckNumbers");
        if (union.IsChecked)
            names.UnionWith(CheckOf(union.Name));

        // There is one constructor per C# type. Alternatives with the same C# type but different JSON are created by name.
        var types = new TypeText(target);
        foreach (var sameType in union.Alternatives.GroupBy(alternative => types.OfNonNull(alternative.Type), StringComparer.Ordinal))
        {
            names.UnionWith(sameType.Skip(1).Select(alternative => union.Name + ".Of" + alternative.Name));
            if (!sameType.First().Type.IsCollection)
                names.Add(union.Name + ".implicit");
        }

        return names;
    }

    private static SortedSet<string> Of(GeneratedOpenEnum model, TargetFramework target)
    {
        var names = Type(model.Context, model.Name, model.Values.SelectMany(static value => new[] { value.Name, "Known." + value.Name }));
        names.UnionWith(OfEnumStruct.Select(member => model.Name + member));
        names.UnionWith(ConverterOf(model.Name, target));
        // Any string is valid for an enum with further values, and a number is a value of some enums, so their JSON has no shape.
        if (model.IsOpen || model.Number is not null)
            names.Remove(model.Name + ".JsonContract.CreateShape");
        if (model.Number is not null)
            names.UnionWith([model.Name + ".Number", model.Name + ".implicit"]);
        return names;
    }

    // The type of a member decides whether a filter has it. The fields contain all members.
    private static SortedSet<string> Of(GeneratedFilter filter)
    {
        var names = Type(filter.Context, filter.FieldsName, filter.Members.Select(static member => member.Name));
        names.UnionWith(filter.Members.Where(static member => member.IsFilterable).Select(member => filter.Name + "." + member.Name).Append(filter.Name));
        return names;
    }

    public static SortedSet<string> In(SyntaxNode root)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in ((CompilationUnitSyntax)root).Members)
            Add(member, "", names);
        return names;
    }

    private static void Add(MemberDeclarationSyntax member, string prefix, SortedSet<string> names)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax @namespace:
                names.Add("namespace " + @namespace.Name.ToString().Replace("@", "", StringComparison.Ordinal));
                foreach (var inner in @namespace.Members)
                    Add(inner, "", names);
                break;
            case TypeDeclarationSyntax type:
                names.Add(prefix + type.Identifier.ValueText);
                foreach (var inner in type.Members)
                    Add(inner, prefix + type.Identifier.ValueText + ".", names);
                break;
            case EnumDeclarationSyntax type:
                names.Add(prefix + type.Identifier.ValueText);
                names.UnionWith(type.Members.Select(value => prefix + type.Identifier.ValueText + "." + value.Identifier.ValueText));
                break;
            case FieldDeclarationSyntax field:
                names.UnionWith(field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText)
                    .Where(name => !IsPrivateDetail(name, prefix)).Select(name => prefix + name));
                break;
            default:
                names.Add(prefix + member switch
                {
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    ConstructorDeclarationSyntax => "",
                    ConversionOperatorDeclarationSyntax conversion => conversion.ImplicitOrExplicitKeyword.ValueText,
                    OperatorDeclarationSyntax @operator => @operator.OperatorToken.ValueText,
                    _ => member.Kind().ToString(),
                });
                break;
        }
    }

    private static bool IsPrivateDetail(string name, string prefix)
        => name.StartsWith('_') || (prefix.EndsWith("JsonContract.", StringComparison.Ordinal) && name.StartsWith("Contract", StringComparison.Ordinal)
            && int.TryParse(name["Contract".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static SortedSet<string> Type(CodeContext context, string name, IEnumerable<string> members)
    {
        var names = New(context);
        names.Add(name);
        names.UnionWith(members.Select(member => name + "." + member));
        return names;
    }

    private static SortedSet<string> New(CodeContext context)
        => new(context.Namespace.Length == 0 ? [] : ["namespace " + context.Namespace], StringComparer.Ordinal);

    /// <summary>Returns the difference between the names that a file declares and those of its model; null: none.</summary>
    public static string? Difference(SortedSet<string> declared, SortedSet<string> allowed, SortedSet<string> optional)
    {
        var names = Unescaped(allowed);
        var extra = declared.Where(name => !names.Contains(name)).ToList();
        var missing = names.Except(Unescaped(optional)).Where(name => !declared.Contains(name)).ToList();
        return extra.Count + missing.Count == 0 ? null : "declares too much: " + string.Join(" ", extra) + "; too little: " + string.Join(" ", missing);
    }

    private static HashSet<string> Unescaped(SortedSet<string> names)
        => names.Select(static name => name.Replace("@", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
}
