using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Reports;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph;

/// <summary>The one registration of the restaurant, for the host, the commands and the tests.</summary>
public static class RestaurantServices
{
    /// <summary>Adds the restaurant to an application.</summary>
    public static WebApplicationBuilder AddRestaurant(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSection<RestaurantOptions>("Restaurant").AddSection<OrderOptions>("Orders").AddSection<KitchenOptions>("Kitchen").AddSection<DiningOptions>("Dining").AddSection<StaffOptions>("Staff");
        services.AddOptions<RestaurantOptions>().PostConfigure<IHostEnvironment>(static (options, environment) => options.DemoMenu ??= environment.IsDevelopment());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Currency.Of(provider.GetRequiredService<IOptions<RestaurantOptions>>().Value.Currency));
        services.AddSingleton(provider => OwnLanguage.Of(provider.GetRequiredService<IOptions<RestaurantOptions>>().Value.Language));
        services.AddDatabase().AddPlatform<RestaurantDb>(typeof(RestaurantServices).Assembly).AddTelemetry(builder.Configuration);
        services.AddSingleton<RestaurantClock>().AddSingleton<MenuCards>().AddTransient<MenuFaults>().AddScoped<OpeningHours>().AddScoped<MenuImport>().AddScoped<MenuExport>();
        services.AddSingleton<Recipes>().AddScoped<OrderIntake>().AddScoped<StockCheck>().AddScoped<UnconfirmedOrders>();
        services.AddScoped<VisitOrders>().AddScoped<IUnsettledOrders>(static provider => provider.GetRequiredService<VisitOrders>());
        services.AddScoped<AllergyCheck>().AddSingleton<Paces>().AddScoped<Routing>();
        services.AddSingleton<StrangerLimits>().AddSingleton<Door>().AddScoped<VisitClosing>().AddScoped<Waitlist>().AddScoped<Seating>();
        services.AddScoped<ReservationBook>().AddSingleton<ReservationDesk>().AddHostedService<TableHolds>();
        services.AddScoped<Reception>().AddSingleton<IPasswordHasher<StaffMember>, PasswordHasher<StaffMember>>();
        services.AddSingleton<SecretVerifier>().AddSingleton<SignInThrottle>().AddSingleton<SignInMetrics>();
        services.AddSingleton<SignInFailures>().AddHostedService(static provider => provider.GetRequiredService<SignInFailures>());
        services.AddSingleton(new SelfRegisteredRoles(Roles.Guest));
        services.AddScoped<Cashier>().AddScoped<Receipts>().AddSingleton<ReceiptPage>();
        services.AddScoped<Sales>().AddScoped<Takings>().AddScoped<KitchenTimes>().AddScoped<Waste>();
        foreach (var method in Enum.GetValues<PaymentMethod>())
        {
            services.AddSingleton<IPaymentProvider>(new Till(method));
        }

        services.AddHostedService<OrderClock>().AddHostedService<AutoAcceptance>().AddHostedService<Brigade>().AddHostedService<TicketCloseService>();
        return builder;
    }
}
