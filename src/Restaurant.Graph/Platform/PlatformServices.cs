using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.MicrosoftDI;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Scalars;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Sorting;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform;

/// <summary>Registers everything that knows no restaurant.</summary>
public static class PlatformServices
{
    /// <summary>Adds the GraphQL server: its schema is what the classes of an assembly contribute, its store a database context.</summary>
    public static IServiceCollection AddPlatform<TContext>(this IServiceCollection services, Assembly features)
        where TContext : DbContext
    {
        services.AddScoped<DbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddSingleton(new FeatureTypes(features));
        services.AddHostedService<SchemaStartup>();
        services.AddGraphTypes().AddEngine().AddTransport().AddSecurity(new FeatureTypes(features));
        services.AddMetrics();
        services.AddSingleton<ReadConnections>().AddSingleton<PlanReader>().AddSingleton<PreparedDocuments>();
        services.AddSingleton<StoreVersion>().AddSingleton<AnswerCache>();
        services.AddSingleton<NodeTypes>().AddSingleton(static provider => new Lazy<ISchema>(provider.GetRequiredService<ISchema>));
        services.AddSingleton<WriteQueue>().AddScoped<NewRows>().AddScoped<Reactions>().AddScoped<UnitOfWork>();
        services.AddSingleton<EventSignal>().AddSingleton<EventTail>().AddSingleton<LogPosition>();
        services.AddSingleton<CleanUp>().AddHostedService(static provider => provider.GetRequiredService<CleanUp>());
        foreach (var reaction in new FeatureTypes(features).Of<IReaction>())
        {
            services.AddScoped(typeof(IReaction), reaction);
        }

        services.AddOptions<AuthOptions>().BindConfiguration("Auth").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuthOptions>, AuthValidation>();
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitOptions>().PostConfigure<IHostEnvironment>(static (limits, environment) => limits.Introspection ??= !environment.IsProduction());
        services.AddOptions<CorsSettings>().BindConfiguration("Cors").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PagingOptions>().BindConfiguration("Paging").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WritingOptions>().BindConfiguration("Writing").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EventOptions>().BindConfiguration("Events").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReadingOptions>().BindConfiguration("Reading").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HttpOptions>().BindConfiguration("Http").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PersistedDocumentOptions>().BindConfiguration("PersistedDocuments").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WebSocketLimits>().BindConfiguration("WebSocket").ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    private static IServiceCollection AddGraphTypes(this IServiceCollection services)
    {
        foreach (var type in new[]
        {
            typeof(QueryRoot), typeof(MutationRoot), typeof(SubscriptionRoot), typeof(NodeType), typeof(PageInfoType), typeof(MoneyType),
            typeof(DateTimeType), typeof(LocalTimeType), typeof(LocalDateType), typeof(UuidType), typeof(DecimalType), typeof(LongType),
            typeof(CurrencyCodeType), typeof(ErrorInterfaceType), typeof(ErrorCodeType), typeof(EntityType<>), typeof(EnumType<>),
            typeof(ErrorType<>), typeof(FilterInputType<>), typeof(ListFilterInputType<>), typeof(ListOperationFilterInputType<>),
            typeof(OperationFilterInputType<>), typeof(SortInputType<>), typeof(AutoRegisteringInputObjectGraphType<>),
        })
        {
            services.AddSingleton(type);
        }

        return services.AddSingleton<IGraphTypeMappingProvider, GraphTypeMapping>().AddSingleton<DescriptionVisitor>().AddSingleton<IntrospectionVisitor>().AddSingleton<CostVisitor>();
    }

    private static IServiceCollection AddEngine(this IServiceCollection services)
    {
        GlobalSwitches.EnableReadDescriptionFromXmlDocumentation = true;
        services.AddSingleton<ISchema, GraphSchema>();
        services.AddSingleton<CostBudget>().AddSingleton<CostGate>().AddSingleton<HeavyLane>();
        services.AddSingleton<IErrorInfoProvider, ErrorCodes>();
        services.AddSingleton<IDocumentBuilder, LimitedDocumentBuilder>();
        services.AddSingleton<IGraphQLTextSerializer>(provider => new GraphQLSerializer(
            new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new DataFirstConverter() } },
            provider.GetRequiredService<IErrorInfoProvider>()));
        services.AddGraphQL(graphQL => graphQL
            // One database context serves the whole operation, and it does one thing at a time.
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query));
        return services;
    }

    private static IServiceCollection AddSecurity(this IServiceCollection services, FeatureTypes features)
    {
        foreach (var visibility in features.Of<IVisibility>())
        {
            services.AddSingleton(typeof(IVisibility), visibility);
        }

        foreach (var rights in features.Of<IRights>())
        {
            services.AddScoped(typeof(IRights), rights);
        }

        services.AddAuthentication().AddJwtBearer(BearerSetup.Own, static _ => { }).AddJwtBearer(BearerSetup.Provider, static _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        return services.AddSingleton<VisibilityRules>().AddSingleton<TokenIssuer>().AddSingleton<Authenticator>()
            .AddSingleton<Rights>().AddHostedService(static provider => provider.GetRequiredService<Rights>());
    }

    private static IServiceCollection AddTransport(this IServiceCollection services) => services
        .AddResponseCompression(static options =>
        {
            // Nothing secret stands beside what a client chooses: tokens travel in headers, so compression gives nothing away.
            options.EnableForHttps = true;
            options.MimeTypes = [MediaTypes.Json, MediaTypes.GraphQLResponse, "text/plain", "text/html", "text/css", "text/javascript"];
        })
        .AddRequestDecompression()
        .AddCors()
        .AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>()
        .AddHealthChecks().AddCheck<StoreHealth>("store").Services
        .AddSingleton<RequestExecutor>()
        .AddSingleton<PlanExecutor>()
        .AddSingleton<MutationExecutor>()
        .AddSingleton<SubscriptionExecutor>()
        .AddSingleton<FieldFaults>()
        .AddSingleton<EngineExecutor>()
        .AddSingleton<AnswerWriter>()
        .AddSingleton<RequestReader>()
        .AddSingleton<PersistedDocuments>()
        .AddSingleton<JsonResponse>()
        .AddSingleton<EventStreamResponse>()
        .AddSingleton<HttpTransport>()
        .AddSingleton<WebSocketTransport>();
}
