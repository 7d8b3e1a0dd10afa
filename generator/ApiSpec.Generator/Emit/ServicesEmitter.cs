using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the methods that add a client to the services of an application.</summary>
internal static class ServicesEmitter
{
    private const string Services = $"{Injection}.IServiceCollection";
    private const string Builder = $"{Injection}.IHttpClientBuilder";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";
    private const string Provider = $"{Injection}.ServiceProviderServiceExtensions";

    public static string Emit(ServiceRegistration model)
    {
        var writer = GeneratedFile.Begin(model.Context);
        writer.Write($$"""
            /// <summary>Adds <see cref="{{Client(model)}}"/> to the services of an application.</summary>
            {{GeneratedFile.Attribute}}
            """);
        writer.Open($"{model.Context.Accessibility} static partial class {model.ClientName}ServiceCollectionExtensions");
        writer.Write($$"""
            private const string HttpClientName = {{SafeText.Literal(model.Context.FullName(model.ClientName))}};

            """);
        WriteMethods(writer, model, isKeyed: false);
        WriteMethods(writer, model, isKeyed: true);
        WriteAdd(writer, model);
        if (model.IsResilient)
            WriteResilience(writer);
        WriteCreate(writer, model);
        ServiceLogEmitter.Write(writer);
        WriteValidation(writer, model);
        writer.Close();
        return writer.Finish();
    }

    private static string Client(ServiceRegistration model) => model.Context.GlobalPrefix + model.ClientName;

    private static string Interface(ServiceRegistration model) => $"{model.Context.GlobalPrefix}I{model.ClientName}";

    private static string OptionsType(ServiceRegistration model) => $"global::ApiSpec.ApiClientOptions<{Client(model)}>";

    private static void WriteMethods(CodeWriter writer, ServiceRegistration model, bool isKeyed)
    {
        WriteMethod(writer, model, isKeyed, null, null);
        WriteMethod(writer, model, isKeyed, "global::System.Uri baseAddress", ClientEmitter.Server(model.Base));
        WriteMethod(
            writer, model, isKeyed, $"{Configuration} configuration",
            "The section with the server and the settings: BaseAddress, Language, Timeout, Headers and the other options that hold no secret.");
    }

    private static void WriteMethod(CodeWriter writer, ServiceRegistration model, bool isKeyed, string? source, string? sourceDescription)
    {
        writer.Write($$"""
            /// <summary>
            /// Adds <see cref="{{Client(model)}}"/>, its interface and the interfaces of its groups as singletons{{(isKeyed ? " with a key, for one of several servers." : ".")}}
            /// </summary>
            /// <remarks>
            /// Each request takes its handlers from the factory, so you can keep the client as long as the application runs. The options are named
            /// after the key, or have no name without one; they are checked when the application starts.
            /// </remarks>
            /// <param name="services">The services.</param>
            """);
        if (isKeyed)
            writer.Write("/// <param name=\"serviceKey\">The key, which is the name of the options as well.</param>");
        var argument = source?.Substring(source.LastIndexOf(' ') + 1);
        if (source is not null)
            writer.WriteElement("param", $" name=\"{argument}\"", sourceDescription!);
        var method = isKeyed ? $"AddKeyed{model.ClientName}" : $"Add{model.ClientName}";
        var key = isKeyed ? "string serviceKey, " : "";
        var server = source is null ? "" : $"{source}, ";
        writer.Write($$"""
            /// <param name="configure">Sets options, after everything else; null: nothing more.</param>
            /// <param name="httpClientName">The name of the HTTP client in the factory and its logs; null: the full name of the client{{(isKeyed ? ", a colon and the key" : "")}}.</param>
            /// <returns>The HTTP client that carries the requests, for handlers to be added.</returns>
            /// <exception cref="global::System.ArgumentNullException">A required argument is null.</exception>
            """);
        writer.Open(
            $"public static {Builder} {method}(this {Services} services, {key}{server}global::System.Action<{OptionsType(model)}>? configure = null, "
            + "string? httpClientName = null)");
        if (isKeyed)
            WriteCheck(writer, "serviceKey");
        if (argument is not null)
            WriteCheck(writer, argument);
        var keyArgument = isKeyed ? "serviceKey" : "null";
        var address = argument == "baseAddress" ? argument : "null";
        var configuration = argument == "configuration" ? argument : "null";
        writer.Write($"return Add(services, {keyArgument}, {address}, {configuration}, configure, httpClientName);");
        writer.Close();
        writer.Write();
    }

    private static void WriteCheck(CodeWriter writer, string argument)
        => writer.Write($$"""
            if ({{argument}} is null)
                throw new global::System.ArgumentNullException(nameof({{argument}}));
            """);

    private static void WriteAdd(CodeWriter writer, ServiceRegistration model)
    {
        var client = Client(model);
        var contract = Interface(model);
        var options = OptionsType(model);
        writer.Write($$"""
            private static {{Builder}} Add(
                {{Services}} services,
                string? key,
                global::System.Uri? baseAddress,
                {{Configuration}}? configuration,
                global::System.Action<{{options}}>? configure,
                string? httpClientName)
            {
                if (services is null)
                    throw new global::System.ArgumentNullException(nameof(services));
                string name = key ?? {{Options}}.Options.DefaultName;
                string httpClient = httpClientName ?? (key is null ? HttpClientName : HttpClientName + ":" + key);

                var options = {{Injection}}.OptionsServiceCollectionExtensions.AddOptions<{{options}}>(services, name);
                if (baseAddress is not null)
                    options.Configure(target => target.BaseAddress = baseAddress);
                if (configuration is not null)
                {
                    string? path = (configuration as global::Microsoft.Extensions.Configuration.IConfigurationSection)?.Path;
                    options.Configure(target => {{ApiHosting}}.Load(
                        target, path, global::Microsoft.Extensions.Configuration.ConfigurationExtensions.AsEnumerable(configuration, makePathsRelative: true)));
                }

                if (configure is not null)
                    options.Configure(configure);
                {{Injection}}.OptionsBuilderExtensions.ValidateOnStart(options);
                {{Injection}}.ServiceCollectionServiceExtensions.AddSingleton<{{Options}}.IValidateOptions<{{options}}>>(
                    services, provider => new Validation(name, httpClient, provider));

                if (key is null)
                {
                    {{Injection}}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<{{client}}>(
                        services, provider => Create(provider, name, httpClient));
                    {{Injection}}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<{{contract}}>(
                        services, static provider => {{Provider}}.GetRequiredService<{{client}}>(provider));
                    {{Groups(model, isKeyed: false)}}
                }
                else
                {
                    {{Injection}}.Extensions.ServiceCollectionDescriptorExtensions.TryAddKeyedSingleton<{{client}}>(
                        services, key, (provider, _) => Create(provider, name, httpClient));
                    {{Injection}}.Extensions.ServiceCollectionDescriptorExtensions.TryAddKeyedSingleton<{{contract}}>(
                        services, key, static (provider, serviceKey) => {{Injection}}.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{{client}}>(provider, serviceKey));
                    {{Groups(model, isKeyed: true)}}
                }{{(model.IsResilient ? "\n\n    TellWhatMayBeRepeated(services);" : "")}}

                // The client's own timeout covers the whole call; a second clock would only blur which of them has passed.
                var builder = {{Injection}}.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, httpClient);
                {{Injection}}.HttpClientBuilderExtensions.ConfigureHttpClient(
                    builder, static target => target.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan);

                {{ServiceLogEmitter.Addition}}
                return {{Injection}}.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(
                    builder, provider => {{ApiHosting}}.CreateHandler(OptionsOf(provider, name)));
            }

            """);
    }

    // The groups come from the interface of the client, so that a test that replaces the client also replaces its groups.
    private static string Groups(ServiceRegistration model, bool isKeyed)
        => string.Join("\n        ", model.Groups.Select(group => isKeyed
            ? $"""
                {Injection}.Extensions.ServiceCollectionDescriptorExtensions.TryAddKeyedSingleton<{model.Context.GlobalPrefix}{group.InterfaceName}>(
                            services, key, static (provider, serviceKey) => {Injection}.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{Interface(model)}>(provider, serviceKey).{group.Name});
                """
            : $"""
                {Injection}.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<{model.Context.GlobalPrefix}{group.InterfaceName}>(
                            services, static provider => {Provider}.GetRequiredService<{Interface(model)}>(provider).{group.Name});
                """));

    // Changes all handlers, because a handler can be added for all clients of an application. Requests of other clients are handled as before.
    private static void WriteResilience(CodeWriter writer)
    {
        writer.Write($$"""
            #pragma warning disable EXTEXP0001 // How to ask for the request was experimental once.
            private static void TellWhatMayBeRepeated({{Services}} services)
                => {{Injection}}.OptionsServiceCollectionExtensions.ConfigureAll<global::Microsoft.Extensions.Http.Resilience.HttpStandardResilienceOptions>(
                    services,
                    static options =>
                    {
                        var others = options.Retry.ShouldHandle;
                        options.Retry.ShouldHandle = attempt => global::Polly.HttpResilienceContextExtensions.GetRequestMessage(attempt.Context) is global::ApiSpec.ApiRequest request
                            ? new global::System.Threading.Tasks.ValueTask<bool>(request.ShouldRetry(attempt.Outcome.Result, attempt.Outcome.Exception))
                            : others(attempt);
                    });
            #pragma warning restore EXTEXP0001

            """);
    }

    private static void WriteCreate(CodeWriter writer, ServiceRegistration model)
        => writer.Write($$"""
            private static {{OptionsType(model)}} OptionsOf(global::System.IServiceProvider provider, string name)
                => {{Provider}}.GetRequiredService<{{Options}}.IOptionsMonitor<{{OptionsType(model)}}>>(provider).Get(name);

            private static {{Client(model)}} Create(global::System.IServiceProvider provider, string name, string httpClient)
            {
                var factory = {{Provider}}.GetRequiredService<global::System.Net.Http.IHttpClientFactory>(provider);
                var log = new {{model.Context.GlobalPrefix}}{{GeneratedLog.NameOf(model.ClientName)}}(
                    {{Provider}}.GetRequiredService<global::Microsoft.Extensions.Logging.ILoggerFactory>(provider), httpClient);
                return new {{Client(model)}}({{ApiHosting}}.Connect(
                    {{model.Context.GlobalPrefix}}{{model.Context.ApiClass}}.Description,
                    () => factory.CreateClient(httpClient),
                    OptionsOf(provider, name),
                    log));
            }

            """);

    private static void WriteValidation(CodeWriter writer, ServiceRegistration model)
        => writer.Write($$"""
            private sealed class Validation : {{Options}}.IValidateOptions<{{OptionsType(model)}}>
            {
                private readonly string _name;
                private readonly string _httpClient;
                private readonly global::System.IServiceProvider _provider;

                internal Validation(string name, string httpClient, global::System.IServiceProvider provider)
                {
                    _name = name;
                    _httpClient = httpClient;
                    _provider = provider;
                }

                public {{Options}}.ValidateOptionsResult Validate(string? name, {{OptionsType(model)}} options)
                {
                    if (name != _name)
                        return {{Options}}.ValidateOptionsResult.Skip;
                    var factory = {{Provider}}.GetRequiredService<{{Options}}.IOptionsMonitor<global::Microsoft.Extensions.Http.HttpClientFactoryOptions>>(_provider);
                    return {{ApiHosting}}.FindProblem({{model.Context.GlobalPrefix}}{{model.Context.ApiClass}}.Description, options, factory.Get(_httpClient).HttpClientActions) is { } problem
                        ? {{Options}}.ValidateOptionsResult.Fail(HttpClientName + (name.Length == 0 ? "" : " '" + name + "'") + ": " + problem)
                        : {{Options}}.ValidateOptionsResult.Success;
                }
            }
            """);
}
