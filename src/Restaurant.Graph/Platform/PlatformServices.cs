using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.MicrosoftDI;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Localization;
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
using Restaurant.Graph.Platform.Validation;
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
        services.AddPlatformOptions().AddGraphTypes().AddEngine().AddTransport().AddSecurity(new FeatureTypes(features));
        services.AddMetrics();
        services.AddStore().AddSingleton<PlanReader>().AddSingleton<PreparedDocuments>();
        services.AddSingleton<PlanCache>().AddSingleton<OperationCompiler>().AddSingleton<ConnectionServices>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton(static provider => new Languages(
            provider.GetRequiredService<OwnLanguage>(),
            provider.GetRequiredService<StoreVersion>(),
            provider.GetRequiredService<ReadConnections>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<IOptions<ReadingOptions>>()));
        services.AddSingleton<NodeTypes>().AddSingleton(static provider => new Lazy<ISchema>(provider.GetRequiredService<ISchema>));
        services.AddSingleton<WriteQueue>().AddScoped<NewRows>().AddScoped<Reactions>().AddScoped<UnitOfWork>();
        services.AddSingleton<EventSignal>().AddSingleton<EventTail>().AddSingleton<LogPosition>();
        services.AddSingleton<CleanUp>().AddHostedService(static provider => provider.GetRequiredService<CleanUp>());
        foreach (var reaction in new FeatureTypes(features).Of<IReaction>())
        {
            services.AddScoped(typeof(IReaction), reaction);
        }

        return services;
    }

    private static IServiceCollection AddGraphTypes(this IServiceCollection services)
    {
        foreach (var type in new[]
        {
            typeof(QueryRoot), typeof(MutationRoot), typeof(SubscriptionRoot), typeof(NodeType), typeof(PageInfoType), typeof(MoneyType),
            typeof(DateTimeType), typeof(LocalTimeType), typeof(LocalDateType), typeof(UuidType), typeof(DecimalType), typeof(LongType),
            typeof(CurrencyCodeType), typeof(UriType), typeof(ErrorInterfaceType), typeof(ErrorCodeType), typeof(EntityType<>), typeof(EnumType<>),
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
        XmlDescriptionsAttribute.Enable();
        services.AddSingleton<ISchema, GraphSchema>();
        services.AddSingleton<CostBudget>().AddSingleton<CostGate>().AddSingleton<HeavyLane>().AddSingleton<StreamLimiters>();
        services.AddSingleton<IErrorInfoProvider, ErrorCodes>();
        services.AddSingleton<IDocumentBuilder, LimitedDocumentBuilder>();
        services.AddSingleton<IDocumentValidator, SpecificationValidator>();
        services.AddSingleton<IGraphQLTextSerializer>(provider => new GraphQLSerializer(
            new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new DataFirstConverter() } },
            provider.GetRequiredService<IErrorInfoProvider>()));
        services.AddGraphQL(graphQL => graphQL
            // One database context serves the whole operation, and it does one thing at a time.
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query));
        return services;
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
        .AddSingleton<CorsOrigins>()
        .AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>()
        .AddHealthChecks().AddCheck<StoreHealth>("store").Services
        .AddSingleton<RequestExecutor>()
        .AddSingleton<PlanExecutor>()
        .AddSingleton<MutationExecutor>()
        .AddSingleton<SubscriptionExecutor>()
        .AddSingleton<ExceptionMapper>()
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
