using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Binds the files of a project: determines which sections belong to which API, and what is generated for each.</summary>
internal sealed class ProjectBinder
{
    // 'csharp:' cannot rename a group or a client. A group is named in 'operation:', and a client in the API file.
    private const string GroupAdvice = "choose another name before the dot of 'operation:'";
    private const string ClientAdvice = "choose another name with 'client:' in the API file";

    // The call, and the call that returns the response.
    private const int MethodsOfOperation = 2;

    private readonly BindingOptions _options;
    private readonly StepRecorder _steps;
    private readonly BindingReport _report;
    private readonly HintNames _hintNames;
    private readonly Dictionary<string, TypeNames> _typeNamesByNamespace = new(StringComparer.Ordinal);

    private readonly List<GeneratedClient> _clients = [];
    private readonly List<(string Name, string Namespace, string Path)> _alone = [];
    private readonly List<GeneratedFake> _fakes = [];
    private readonly List<BoundApi> _apis = [];
    private readonly BoundFiles _files;

    private ProjectBinder(BoundFiles files, BindingOptions options)
    {
        _files = files;
        _options = options;
        _steps = new StepRecorder(files.Listed.Count);
        _report = new BindingReport(_steps);
        _hintNames = new HintNames(2 * files.Listed.Count);
    }

    /// <summary>Binds the files of a project. After an edit of one section, only that section, if nothing else depends on the edit.</summary>
    public static BoundProject Bind(IReadOnlyList<SpecSource> files, BindingOptions options, CancellationToken cancellationToken)
        => LatestBinding.Update(files, options, cancellationToken) ?? BindAll(files, options, cancellationToken);

    private static BoundProject BindAll(IReadOnlyList<SpecSource> files, BindingOptions options, CancellationToken cancellationToken)
    {
        // The compiler passes files in the order of the project. Generated code must not depend on that order.
        var bound = new BoundFiles(files);
        var sorted = bound.Listed
            .OrderBy(static file => file.Operation, StringComparer.Ordinal)
            .ThenBy(static file => file.File.Name, StringComparer.Ordinal)
            .ThenBy(static file => file.Path, StringComparer.Ordinal)
            .ToList();

        var binder = new ProjectBinder(bound, options);
        foreach (var file in sorted)
            binder._report.AddLost(file.File.LostNames);
        static bool IsUnreadable(SpecSource file) => file.File.Kind == SpecFileKind.Unreadable;
        var readable = sorted.Exists(IsUnreadable) ? sorted.FindAll(static file => !IsUnreadable(file)) : sorted;
        foreach (var group in ApiGroups.Of(readable, binder._report))
        {
            cancellationToken.ThrowIfCancellationRequested();
            binder.BindApi(group);
        }

        binder.CheckClients();
        // Even if the client is in another project, everything is bound, because the fake uses its types.
        var hasClient = options.Parts != GeneratedParts.Fake;
        var project = new BoundProject(
            hasClient ? binder._clients.ToEquatableArray() : [],
            hasClient ? bound.ToEquatableArray(sorted, binder._hintNames) : [],
            binder._report.ToEquatableArray())
        {
            Fakes = binder._fakes.ToEquatableArray(),
            Types = options.ListsTypes && hasClient
                ? binder._typeNamesByNamespace.Values.SelectMany(static names => names.Types).ToEquatableArray()
                : [],
        };
        if (bound.Listed.Count == files.Count)
            LatestBinding.Keep(files, options, project, binder._apis, binder._report);
        return project;
    }

    // A section that names an undeclared API becomes a separate client in a separate namespace. Next to a section that names no API, that is probably an error.
    private void CheckClients()
    {
        foreach (var same in _alone.GroupBy(static client => client.Name, StringComparer.Ordinal))
        {
            foreach (var client in same.Where(client => client.Namespace != same.First().Namespace))
                _report.Add(
                    SpecRules.TwoClientsOfOneName, client.Path, "/request", client.Name,
                    same.First().Namespace is { Length: > 0 } other ? other : "the global namespace");
        }
    }

    private void BindApi(ApiGroup group)
    {
        var api = group.ApiFile?.File.Api;
        var @namespace = Namespace(group);
        var stem = ApiScope.StemOf(group.ClientName);
        var apiClass = stem.EndsWith("Api", StringComparison.Ordinal) && stem != group.ClientName ? stem : stem + "Api";
        if (!_typeNamesByNamespace.TryGetValue(@namespace, out var typeNames))
            _typeNamesByNamespace.Add(@namespace, typeNames = new TypeNames(@namespace, _steps, _report));

        var context = new CodeContext(@namespace, apiClass, _options.Accessibility, (api?.Id ?? group.Id) is { Length: > 0 } id ? id : group.ClientName);
        var scope = new ApiScope(context, new ApiReference(group, _report, FileMemory.WordedIn), typeNames, _report, _steps);
        var (path, pointer) = group.ApiFile is { } file ? (file.Path, "/client") : (group.Files[0].Path, "/request");
        if (!CSharpName.IsTypeName(group.ClientName))
        {
            _report.Add(SpecRules.NoIdentifier, path, pointer + SpecLocations.Value, group.ClientName, ClientAdvice);
            return;
        }

        EditionChecker.Check(scope, group.Files);
        RowValueChecker.Check(scope, group.Files);
        var roles = new RoleSet(scope);
        (string Name, GeneratedTypeKind Kind)[] ownTypes =
        [
            (scope.ClientName, GeneratedTypeKind.Class), ("I" + scope.ClientName, GeneratedTypeKind.Interface),
            (scope.ClientName + OperationGroup.Base, GeneratedTypeKind.Class), (apiClass, GeneratedTypeKind.Class), (roles.EnumName, GeneratedTypeKind.Enum),
            (GeneratedLog.NameOf(scope.ClientName), GeneratedTypeKind.Class),
        ];
        if (!ownTypes.All(type => typeNames.TryTake(type.Name, type.Kind, "client " + scope.ClientName, path, pointer, ClientAdvice)))
            return;
        if (roles.Members.Count == 0)
            typeNames.Leave(roles.EnumName);
        // The class only exists if the project references a logging library, which is not known here.
        typeNames.Leave(GeneratedLog.NameOf(scope.ClientName));
        TokenBinder.CheckOperations(scope);
        CredentialRowChecker.Check(scope);
        SectionChecker.Check(scope);
        BaseChecker.Check(scope);

        var types = new TypeBinder(scope);
        types.BindSchemas();
        var bodies = new BodyBinder(scope, types);
        var links = new LinkBinder(scope, types, bodies);
        var sections = new SectionBinder(scope, types, bodies, links.Bind(), roles);
        var bound = BindSections(scope, sections);
        foreach (var source in scope.Sections)
            CheckExamples(scope, source);

        var operations = bound.ConvertAll(static made => made.Model);
        var boundApi = new BoundApi(scope, links, sections, _steps.End(), operations);
        foreach (var (owner, filter) in scope.Filters.Bind())
            _files.Add(owner, filter);
        foreach (var (owner, operation) in bound)
            _files.Add(owner, operation);
        foreach (var (owner, record) in scope.Records.Complete(_report))
            _files.Add(owner, record);
        foreach (var (owner, openEnum) in _steps.Outputs.SelectMany(static output => output.OpenEnums))
            _files.Add(owner, openEnum);
        foreach (var (owner, constants) in _steps.Outputs.SelectMany(static output => output.Constants))
            _files.Add(owner, constants);
        foreach (var (owner, union) in scope.Unions.Complete(scope))
            _files.Add(owner, union);
        if (operations.Count == 0)
        {
            Array.ForEach(ownTypes, type => typeNames.Leave(type.Name));
            return;
        }

        _apis.Add(boundApi);
        if (api is null)
            _alone.Add((scope.ClientName, @namespace, path));
        _clients.Add(new GeneratedClient
        {
            Context = context,
            HintName = _hintNames.Take(scope.HintName("Client")),
            ServicesHintName = _hintNames.Take(scope.HintName("Services")),
            LogHintName = _hintNames.Take(scope.HintName("Log")),
            OpenApiHintName = _hintNames.Take(scope.HintName("OpenApi")),
            Name = scope.ClientName,
            ApiId = api?.Id ?? group.Id ?? "",
            Title = api?.Title,
            Base = api?.Base,
            TimeZone = api?.TimeZone,
            Groups = operations
                .GroupBy(static operation => (operation.Group, operation.GroupClass))
                .Select(static operations => new OperationGroup(
                    operations.Key.Group, operations.Key.GroupClass, operations.Select(static operation => operation.Method).ToEquatableArray()))
                .ToEquatableArray(),
            RolesEnum = roles.Members.Count == 0 ? null : roles.EnumName,
            Roles = roles.Members,
            Editions = (api?.Manuals ?? []).Select(static manual => manual.Key).ToEquatableArray(),
            Sessions = Sessions(api),
        });
        if (_options.Parts != GeneratedParts.Client
            && typeNames.TryTake(GeneratedFake.NameOf(scope.NameStem), GeneratedTypeKind.Class, "the fake of " + scope.ClientName, path, pointer))
        {
            boundApi.Fake = _fakes.Count;
            _fakes.Add(new GeneratedFake(
                context, _hintNames.Take(scope.HintName("Fake")), GeneratedFake.NameOf(scope.NameStem), scope.ClientName, api?.Id ?? group.Id, api?.Title)
            {
                Operations = operations.Select(GeneratedFakeOperation.Of).ToEquatableArray(),
            });
        }
    }

    private static EquatableArray<SessionScheme> Sessions(ApiDeclaration? api)
        => (api?.Authentication ?? [])
            .Where(static scheme => scheme is { Kind: AuthenticationKind.Session, Scheme: not null, IssuedIn: not null })
            .Select(static scheme => new SessionScheme(
                CSharpName.PascalWords(scheme.Scheme!), scheme.Scheme!, scheme.IssuedIn!, scheme.LifetimeSeconds, scheme.Header))
            .GroupBy(static session => session.Name, StringComparer.Ordinal)
            .Select(static sessions => sessions.First())
            .ToEquatableArray();

    /// <summary>Binds the operation of a section, without the facts that depend on other operations.</summary>
    public static GeneratedOperation? BindOperation(ApiScope scope, SectionBinder binder, SpecSource source)
        => scope.Steps.Run(source, new FilePart(FilePartKind.Operation), (binder, source), static input => input.binder.Bind(input.source));

    /// <summary>Compares the examples and errata of a section with the rest of it.</summary>
    public static void CheckExamples(ApiScope scope, SpecSource source)
        => scope.Steps.Check(source, new FilePart(FilePartKind.Examples), (scope, source), static input =>
        {
            if (input.source.IsFirstForm)
                ErrataChecker.Check(input.scope, input.source.Path, input.source.File.Section!, input.scope.Report);
            ExampleChecker.Check(input.scope, input.source.Path, input.source.File.Section!, input.scope.Report);
        });

    private static List<(SourceOwner Owner, GeneratedOperation Model)> BindSections(ApiScope scope, SectionBinder binder)
    {
        var namesOf = new SectionNames?[scope.Sections.Count];
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < namesOf.Length; i++)
        {
            if ((namesOf[i] = FileMemory.Of(scope.Sections[i]).Names) is { } named)
                sizes[named.Group] = sizes.TryGetValue(named.Group, out var size) ? size + 1 : 1;
        }

        var groups = new Dictionary<string, MemberNames?>(sizes.Count, StringComparer.Ordinal);
        var groupNames = new MemberNames(
            scope.Report, "", scope.ClientName, ReservedNames.OfClient) { Advice = GroupAdvice };
        groupNames.Take("class " + scope.Context.ApiClass, scope.Context.ApiClass, "");
        var operations = new List<(SourceOwner Owner, GeneratedOperation Model)>(scope.Sections.Count);
        var late = new List<(int Index, MemberNames Methods, string Path)>();
        for (var i = 0; i < namesOf.Length; i++)
        {
            var source = scope.Sections[i];
            if (!scope.IsFirst(source))
                continue;
            if (namesOf[i] is not { } names || source.File.Section!.IsRequestUnknown)
            {
                BindOperation(scope, binder, source);
                continue;
            }

            if (!groups.TryGetValue(names.Group, out var methods))
            {
                var owner = "group " + names.Group;
                var groupClass = scope.GroupClassOf(names.Group);
                methods = groupNames.Take(names.Group, names.Group, "/operation", source.Path) is not null
                    && scope.TypeNames.TryTake(groupClass, GeneratedTypeKind.Class, owner, source.Path, "/operation", GroupAdvice)
                    && scope.TypeNames.TryTake("I" + groupClass, GeneratedTypeKind.Interface, owner, source.Path, "/operation", GroupAdvice)
                    && scope.TypeNames.TryTake(groupClass + OperationGroup.Base, GeneratedTypeKind.Class, owner, source.Path, "/operation", GroupAdvice)
                        ? new MemberNames(scope.Report, "", names.Group, ReservedNames.OfGroup, MethodsOfOperation * sizes[names.Group])
                        : null;
                groups.Add(names.Group, methods);
            }

            // A group without a valid name has no methods. That is reported once, at its first section.
            if (methods is null)
                continue;

            // Every operation has two methods, GetAsync and GetWithResponseAsync, and a third one if it returns an envelope.
            if (methods.Take(names.Id, names.Method, "/operation", source.Path) is null
                || methods.Take(names.Id, names.MethodWithResponse, "/operation", source.Path) is null
                || BindOperation(scope, binder, source) is not { } operation)
            {
                continue;
            }

            // Which further methods an action object has is only known once all operations are.
            if (operation.Linked.Count > 0)
                late.Add((operations.Count, methods, source.Path));
            else if (!TakeFurther(methods, operation, source.Path))
                continue;
            operations.Add((scope.OwnerOf(source), operation));
        }

        if (scope.Steps.Outputs.Any(static output => output.HasLocalTimes))
            operations = operations.ConvertAll(static made => (made.Owner, made.Model.WithLocalTimes()));
        ActionBinder.LeaveOutItems(operations);
        for (var i = late.Count - 1; i >= 0; i--)
        {
            if (!TakeFurther(late[i].Methods, operations[late[i].Index].Model, late[i].Path))
                operations.RemoveAt(late[i].Index);
        }

        ActionBinder.Bind(scope.Report, operations, groups);
        return operations;
    }

    private static bool TakeFurther(MemberNames methods, GeneratedOperation operation, string path)
    {
        if (operation is { Response.Items: null, Paging: null, AtAddress: null, Selection: null, DoneWhen.Count: 0 })
            return true;
        foreach (var method in FurtherMethods(operation))
        {
            if (methods.Take(operation.Id, method, "/operation", path) is null)
                return false;
        }

        return true;
    }

    /// <summary>Returns the methods of an operation besides the call and the call that returns the response, without <c>Async</c>.</summary>
    public static IEnumerable<string> FurtherMethods(GeneratedOperation operation)
    {
        if (operation.Response.Items is not null || operation.Paging is not null)
            yield return operation.Method + "Items";
        if (operation.Paging is not null)
            yield return operation.Method + "Pages";
        if (operation.DoneWhen.Count > 0)
            yield return operation.Method + GeneratedOperation.UntilDone;
        foreach (var variant in new[] { operation.AtAddress, operation.Selection })
        {
            if (variant is null)
                continue;
            yield return variant.Method;
            yield return variant.Method + "WithResponse";
            foreach (var method in FurtherMethods(variant))
                yield return method;
        }
    }

    private string Namespace(ApiGroup group)
    {
        if (_options.Namespace is { } fixedNamespace)
            return fixedNamespace;
        var parts = new[] { _options.RootNamespace, group.Id is null ? null : CSharpName.OfDeclared(group.Id) };
        var own = string.Join(".", parts.Where(static part => !string.IsNullOrEmpty(part)));
        if (group.ApiFile is not { File.Api.Namespace: { } declared } file)
            return own;
        if (CSharpName.Namespace(declared) is { } valid)
            return valid;
        _report.Add(SpecRules.BadNamespace, file.Path, "/namespace" + SpecLocations.Value, declared, own);
        return own;
    }
}
