using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Rows;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the parts of an API: its client, its groups, its roles and the index of its operations.</summary>
internal static class ClientEmitter
{
    /// <summary>The exception of a member that a fake does not override.</summary>
    public const string NotOverridden = "global::ApiSpec.Generated.ApiFakes.NotOverridden()";

    private const string Connection = "global::ApiSpec.Generated.ApiConnection";

    private const string SendAsync =
        "global::System.Threading.Tasks.Task<global::ApiSpec.ApiResponse<global::ApiSpec.ApiRawBody, global::ApiSpec.ApiRawBody, "
        + "global::System.Net.HttpStatusCode>> SendAsync(global::System.Net.Http.HttpMethod method, string path, "
        + "global::System.Net.Http.HttpContent? content = null, global::System.Threading.CancellationToken cancellationToken = default)";

    public static string Emit(GeneratedClient client)
    {
        var writer = GeneratedFile.Begin(client.Context);
        WriteClient(writer, client);
        writer.Write();
        WriteClientInterface(writer, client);
        writer.Write();
        WriteClientBase(writer, client);
        foreach (var group in client.Groups)
        {
            writer.Write();
            WriteGroup(writer, client, group);
        }

        if (client.RolesEnum is not null)
        {
            writer.Write();
            WriteRoles(writer, client, client.RolesEnum);
        }

        writer.Write();
        WriteApi(writer, client);
        return writer.Finish();
    }

    /// <summary>The documentation of a URL of the server.</summary>
    public static string Server(string? printed)
    {
        var path = UriPath.Of(printed);
        var isAddress = printed?.StartsWith("/", StringComparison.Ordinal) == false;
        var example = !isAddress ? "" : BaseAddress.WithPlaceholders(printed) is null ? $", such as {printed}" : $": {printed}, with values for the braces";
        var optional = path.Length == 0 ? "" : $" The path {path} is optional: requests have it in either case, and only once.";
        return $"The server{example}.{optional}";
    }

    private static string ApiName(GeneratedClient client) => client.Title ?? (client.ApiId.Length == 0 ? "the API" : client.ApiId);

    private static void WriteClient(CodeWriter writer, GeneratedClient client)
    {
        var name = client.Name;
        var prefix = client.Context.GlobalPrefix;
        var description = $"{prefix}{client.Context.ApiClass}.Description";
        writer.WriteSummary($"Calls {ApiName(client)}.");
        writer.Write($$"""
            /// <remarks>
            /// <para>Any number of threads can use a client at the same time. Create one per server and keep it.</para>
            /// </remarks>
            {{GeneratedFile.Attribute}}
            """);
        writer.Open($"{client.Context.Accessibility} sealed partial class {name} : I{name}, global::System.IDisposable");
        writer.Write($$"""
            private readonly {{Connection}} _connection;

            /// <summary>Creates a client with separate connections.</summary>
            """);
        writer.WriteElement("param", " name=\"baseAddress\"", Server(client.Base));
        writer.Write($$"""
            /// <param name="options">Credential, language, limits; null: the defaults.</param>
            /// <exception cref="global::System.ArgumentException">The address is not an absolute http or https address, or an option is not valid.</exception>
            public {{name}}(global::System.Uri baseAddress, global::ApiSpec.ApiClientOptions? options = null)
                : this({{Connection}}.Create({{description}}, baseAddress, options))
            {
            }

            /// <summary>Makes a client over an <see cref="global::System.Net.Http.HttpClient"/> whose base address is the server.</summary>
            /// <param name="httpClient">Sends the requests. It is not disposed.</param>
            /// <param name="options">Credential, language, limits; null: the defaults.</param>
            /// <exception cref="global::System.ArgumentException">The client has no usable base address, or an option is not valid.</exception>
            public {{name}}(global::System.Net.Http.HttpClient httpClient, global::ApiSpec.ApiClientOptions? options = null)
                : this({{Connection}}.Create({{description}}, httpClient, options))
            {
            }

            """);
        writer.Open($"internal {name}({Connection} connection)");
        writer.Write("_connection = connection;");
        foreach (var group in client.Groups)
            writer.Write($"{group.Name} = new {prefix}{group.ClassName}(connection);");
        writer.Close();

        foreach (var group in client.Groups)
        {
            writer.Write();
            writer.WriteSummary($"The operations of the group {group.Name}.");
            writer.Write($$"""
                public {{prefix}}{{group.ClassName}} {{group.Name}} { get; }

                {{prefix}}I{{group.ClassName}} {{prefix}}I{{name}}.{{group.Name}} => {{group.Name}};
                """);
        }

        writer.Write();
        writer.Write($$"""
            /// <summary>A client that differs in some options and shares everything else with this one, connections included.</summary>
            /// <param name="options">The options that differ; null values stay as they are.</param>
            /// <exception cref="global::System.ArgumentException">An option is not valid.</exception>
            public {{name}} With(global::ApiSpec.ApiCallOptions options) => new {{name}}(_connection.With(options));

            {{prefix}}I{{name}} {{prefix}}I{{name}}.With(global::ApiSpec.ApiCallOptions options) => With(options);

            /// <summary>Sends a request that no spec describes, with the credential, the limits, the timeouts and the telemetry of all others.</summary>
            /// <remarks>The response is returned whatever its status. A body is read into memory first, so that the request can be sent again after a session has expired.</remarks>
            /// <param name="method">The HTTP method.</param>
            /// <param name="path">Path and query, escaped, below the address of the client; or the whole URL, on the server of the client.</param>
            /// <param name="content">The body; null: none.</param>
            /// <param name="cancellationToken">Ends the call.</param>
            /// <exception cref="global::System.ArgumentException">The path cannot be used or points to another server; no request was sent.</exception>
            /// <exception cref="global::ApiSpec.ApiCallException">There is no response.</exception>
            public {{SendAsync}}
                => _connection.SendAsync(method, path, content, cancellationToken);

            /// <summary>Closes the connections that the client opened for itself. A client made by <see cref="With"/> leaves them open.</summary>
            public void Dispose() => _connection.Dispose();
            """);
        writer.Close();
    }

    private static void WriteClientInterface(CodeWriter writer, GeneratedClient client)
    {
        var prefix = client.Context.GlobalPrefix;
        writer.WriteSummary($"What {client.Name} offers, for code that is tested without a server.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{client.Context.Accessibility} partial interface I{client.Name}");
        foreach (var group in client.Groups)
        {
            writer.WriteSummary($"The operations of the group {group.Name}.");
            writer.Write($$"""
                {{prefix}}{{group.InterfaceName}} {{group.Name}} { get; }

                """);
        }

        writer.Write($$"""
            /// <inheritdoc cref="{{prefix}}{{client.Name}}.With"/>
            {{prefix}}I{{client.Name}} With(global::ApiSpec.ApiCallOptions options);

            /// <inheritdoc cref="{{prefix}}{{client.Name}}.SendAsync"/>
            {{SendAsync}};
            """);
        writer.Close();
    }

    // A new operation is a new member of an interface. A fake that implements the interface itself would no longer compile.
    private static void WriteClientBase(CodeWriter writer, GeneratedClient client)
    {
        var contract = $"{client.Context.GlobalPrefix}I{client.Name}";
        writer.WriteSummary(
            $"The base of fakes of I{client.Name} that are written by hand: members that a fake does not override throw NotSupportedException.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{client.Context.Accessibility} abstract partial class {client.Name}{OperationGroup.Base} : {contract}");
        foreach (var group in client.Groups)
        {
            writer.Write($$"""
                /// <inheritdoc/>
                public virtual {{client.Context.GlobalPrefix}}{{group.InterfaceName}} {{group.Name}} => throw {{NotOverridden}};

                """);
        }

        WriteSameOptions(writer, contract);
        writer.Write($$"""

            /// <inheritdoc/>
            public virtual {{SendAsync}} => throw {{NotOverridden}};
            """);
        writer.Close();
    }

    private static void WriteSameOptions(CodeWriter writer, string contract) => writer.Write($"""
        /// <summary>Returns this object.</summary>
        /// <param name="options">Not used.</param>
        public virtual {contract} With(global::ApiSpec.ApiCallOptions options) => this;
        """);

    private static void WriteGroup(CodeWriter writer, GeneratedClient client, OperationGroup group)
    {
        var type = client.Context.GlobalPrefix + group.ClassName;
        var contract = client.Context.GlobalPrefix + group.InterfaceName;
        writer.WriteSummary($"The operations of the group {group.Name}.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{client.Context.Accessibility} sealed partial class {group.ClassName} : {contract}");
        writer.Write($$"""
            private readonly {{Connection}} _connection;

            internal {{group.ClassName}}({{Connection}} connection) => _connection = connection;

            /// <summary>The same operations with some options that differ. Everything else is shared with this group, connections included.</summary>
            /// <param name="options">The options that differ; null values stay as they are.</param>
            /// <exception cref="global::System.ArgumentException">An option is not valid.</exception>
            public {{type}} With(global::ApiSpec.ApiCallOptions options) => new {{type}}(_connection.With(options));

            {{contract}} {{contract}}.With(global::ApiSpec.ApiCallOptions options) => With(options);
            """);
        writer.Close();
        writer.Write();
        writer.WriteSummary($"What {group.ClassName} offers, for code that is tested without a server.");
        writer.Write($$"""
            {{GeneratedFile.Attribute}}
            {{client.Context.Accessibility}} partial interface {{group.InterfaceName}}
            {
                /// <inheritdoc cref="{{type}}.With"/>
                {{contract}} With(global::ApiSpec.ApiCallOptions options);
            }
            """);
        writer.Write();
        writer.WriteSummary(
            $"The base of fakes of {group.InterfaceName} that are written by hand: members that a fake does not override throw NotSupportedException.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{client.Context.Accessibility} abstract partial class {group.ClassName}{OperationGroup.Base} : {contract}");
        WriteSameOptions(writer, contract);
        writer.Close();
    }

    private static void WriteRoles(CodeWriter writer, GeneratedClient client, string rolesEnum)
    {
        writer.WriteSummary($"The roles of {ApiName(client)}.");
        writer.Write(GeneratedFile.Attribute);
        writer.Write("[global::System.Flags]");
        writer.Open($"{client.Context.Accessibility} enum {rolesEnum}{(client.Roles.Count > 30 ? " : long" : "")}");
        writer.WriteSummary("No role.");
        writer.Write("None = 0,");
        for (var i = 0; i < client.Roles.Count; i++)
        {
            var role = client.Roles[i];
            writer.Write();
            writer.WriteSummary(role.Description ?? $"The role {role.Name}.");
            writer.Write($"{role.CSharpName} = {(1L << i).ToString(CultureInfo.InvariantCulture)},");
        }

        writer.Close();
    }

    private static void WriteApi(CodeWriter writer, GeneratedClient client)
    {
        writer.WriteSummary($"The documentation of {ApiName(client)} and its operations.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"{client.Context.Accessibility} static partial class {client.Context.ApiClass}");
        writer.WriteSummary("The API.");
        var (id, title) = (SafeText.Literal(client.Context.ApiId), SafeText.Literal(client.Title));
        var editions = client.Editions.Count == 0 ? "" : $", {ConditionEmitter.Texts(client.Editions)}";
        var basePath = UriPath.Of(client.Base) is { Length: > 0 } path ? $", basePath: {SafeText.Literal(path)}" : "";
        var timeZone = client.TimeZone is { } zone ? $" {{ TimeZone = {SafeText.Literal(zone)} }}" : "";
        writer.Write($$"""
            public static {{ApiDescription}} Description { get; } = new {{ApiDescription}}({{id}}, {{title}}{{editions}}{{basePath}}){{timeZone}};

            """);
        foreach (var session in client.Sessions)
        {
            writer.WriteSummary("How the server issues and takes session tokens, for a SessionCredential.");
            var lifetime = session.LifetimeSeconds is { } seconds
                ? $"global::System.TimeSpan.FromSeconds({seconds.ToString(CultureInfo.InvariantCulture)})"
                : "null";
            var (scheme, issuedIn) = (SafeText.Literal(session.Scheme), SafeText.Literal(session.IssuedIn));
            var header = session.Header is null ? "" : $", {SafeText.Literal(session.Header)}";
            writer.Write($$"""
                public static {{ApiSessionScheme}} {{session.Name}} { get; } = new {{ApiSessionScheme}}({{scheme}}, {{issuedIn}}, {{lifetime}}{{header}});

                """);
        }

        writer.Write($$"""
            /// <summary>Every operation, group by group.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<{{ApiOperation}}> Operations => OperationIndex.All;

            """);
        foreach (var group in client.Groups)
        {
            writer.WriteSummary($"The operations of the group {group.Name}.");
            writer.Write($$"""
                public static partial class {{group.Name}}
                {
                }

                """);
        }

        // A separate class, so that trimming can remove operations if a program does not use the index.
        writer.Open("private static class OperationIndex");
        writer.Open($"internal static readonly {ApiOperation}[] All =");
        foreach (var group in client.Groups)
        {
            foreach (var operation in group.Operations)
                writer.Write($"{client.Context.ApiClass}.{group.Name}.{operation}.Operation,");
        }

        writer.Close(";");
        writer.Close();
        writer.Close();
    }
}
