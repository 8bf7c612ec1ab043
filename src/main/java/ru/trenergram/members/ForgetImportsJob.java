package ru.trenergram.members;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Jobs;

/** Every hour: what was uploaded some days ago is kept no longer. */
@DisallowConcurrentExecution
class ForgetImportsJob implements Job {

    private final MemberImports imports;

    ForgetImportsJob(MemberImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(JobExecutionContext context) {
        imports.forget();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail forgetImportsJob() {
            return Jobs.job(ForgetImportsJob.class, "forget-imports");
        }

        @Bean
        Trigger forgetImportsTrigger(JobDetail forgetImportsJob) {
            return Jobs.everyHour(forgetImportsJob);
        }
    }
}
